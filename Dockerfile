# One image for all four services: build the modules first (mvn -DskipTests package), then
#   docker build -t demarc .
# and choose the service by its main class, as docker-compose.yml does.
ARG BASE=eclipse-temurin:25-jre
FROM ${BASE}
RUN mkdir -p /opt/demarc /var/lib/demarc && chown 10001:10001 /var/lib/demarc
COPY standalone/target/demarc/lib/ /opt/demarc/lib/
COPY standalone/target/demarc/*.jar /opt/demarc/lib/
USER 10001:10001
WORKDIR /var/lib/demarc
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"
ENTRYPOINT ["java", "-cp", "/opt/demarc/lib/*"]
