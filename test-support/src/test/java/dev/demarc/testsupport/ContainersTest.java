package dev.demarc.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainersTest {

    @ParameterizedTest
    @ValueSource(strings = {Containers.KAFKA, Containers.MONGODB})
    void theTestsRunOnTheImagesOfTheComposeFile(String image) throws IOException {
        assertThat(Files.readAllLines(Path.of("..", "docker-compose.yml"))).contains("    image: " + image);
    }

    @Test
    void withoutAnEngineThatIsTheReasonAndWhatToDoIsSaid() {
        assertThatThrownBy(() -> Containers.requireEngine(() -> {
            throw new IllegalStateException("nobody there");
        })).isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("no Docker engine answers as it should", "nobody there", "DOCKER_HOST");
    }

    @Test
    void anEngineThatAnswersIsEnough() {
        assertThatCode(() -> Containers.requireEngine(() -> {})).doesNotThrowAnyException();
    }

    @Test
    void onlyTheTwoKindsCanBeChosen() {
        assertThat(Backends.named("containers")).isEqualTo(Backends.CONTAINERS);
        assertThat(Backends.named("embedded")).isEqualTo(Backends.EMBEDDED);
        assertThatThrownBy(() -> Backends.named("docker")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("demarc.test.backends is 'docker', expected embedded or containers");
    }
}
