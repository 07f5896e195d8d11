package dev.demarc.catalog;

import static dev.demarc.catalog.TestService.event;
import static dev.demarc.catalog.TestService.publish;
import static dev.demarc.catalog.TestService.records;
import static dev.demarc.catalog.TestService.replaceTopic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.catalog.files.TestCatalog;
import dev.demarc.catalog.model.BundledVersionChanged;
import dev.demarc.catalog.publishing.Publishing;
import dev.demarc.contracts.event.CatalogPublicationCompleted;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.ServiceModelPublished;
import dev.demarc.contracts.event.ServiceModelRetired;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Publishing on a real broker and store. */
class PublicationIT {

    private static final String BUNDLED = "classpath*:catalog/";

    @BeforeEach
    void emptyTopic() {
        replaceTopic(List.of());
    }

    @Test
    void theBundledCatalogIsPublishedOnceWithTheMarkerLastWhateverDiesInBetween() {
        publish("whole", BUNDLED);
        List<ConsumerRecord<byte[], byte[]>> first = records();
        List<Event> events = first.stream().map(TestService::event).toList();
        assertThat(events).hasSizeGreaterThan(1);
        assertThat(events.subList(0, events.size() - 1)).allSatisfy(
                event -> assertThat(event).isInstanceOf(ServiceModelPublished.class));
        assertThat(events.getLast()).isInstanceOfSatisfying(CatalogPublicationCompleted.class, marker -> {
            assertThat(marker.inForce()).hasSize(events.size() - 1);
            assertThat(marker.revision()).isEqualTo(1);
        });

        publish("whole", BUNDLED);
        assertThat(records()).describedAs("a restart publishes nothing").hasSameSizeAs(first);

        replaceTopic(first.subList(0, first.size() - 1));
        publish("whole", BUNDLED);
        List<ConsumerRecord<byte[], byte[]>> completed = records();
        assertThat(completed).describedAs("a publication killed before the marker is completed").hasSameSizeAs(first);
        assertThat(event(completed.getLast())).isInstanceOf(CatalogPublicationCompleted.class);

        replaceTopic(List.of(first.getFirst()));
        publish("whole", BUNDLED);
        assertThat(records()).describedAs("so is one killed in the middle").hasSameSizeAs(first)
                .extracting(record -> new String(record.key(), StandardCharsets.UTF_8))
                .doesNotHaveDuplicates();
        assertThat(event(records().getLast())).isInstanceOfSatisfying(CatalogPublicationCompleted.class,
                marker -> assertThat(marker.revision()).isEqualTo(3));
    }

    @Test
    void aPublishedVersionNeverChangesAndAHigherOneComesIntoForce(@TempDir Path directory) {
        TestCatalog files = new TestCatalog(directory);
        publish("versions", files.location());

        files.write("aws/vault.yaml", TestCatalog.MODEL.replace("Keeps things.", "Keeps other things."));
        assertThatThrownBy(() -> publish("versions", files.location())).rootCause()
                .isInstanceOf(BundledVersionChanged.class)
                .hasMessageContaining("aws/vault: version 1 was published")
                .hasMessageContaining("raise `version` in aws/vault.yaml to 2");
        assertThat(records()).hasSize(2);

        files.write("aws/vault.yaml", TestCatalog.MODEL.replace("Keeps things.", "Keeps other things.")
                .replace("version: 1", "version: 2"));
        try (ConfigurableApplicationContext context = TestService.start("versions", files.location())) {
            TestService.awaitPublished(context);
            assertThat(markers().getLast().inForce()).isEqualTo(Map.of("aws/vault", 2));

            context.getBean(Publishing.class).retire("aws/vault");
            Awaitility.await().atMost(TestService.WAIT)
                    .untilAsserted(() -> assertThat(markers().getLast().inForce()).isEmpty());
            assertThat(records().stream().map(TestService::event))
                    .anySatisfy(it -> assertThat(it).isInstanceOfSatisfying(ServiceModelRetired.class,
                            retired -> assertThat(retired.version()).isEqualTo(2)));
        }
        assertThat(markers()).extracting(CatalogPublicationCompleted::revision).isSorted().doesNotHaveDuplicates();
    }

    private static List<CatalogPublicationCompleted> markers() {
        return records().stream().map(TestService::event).filter(CatalogPublicationCompleted.class::isInstance)
                .map(CatalogPublicationCompleted.class::cast).toList();
    }
}
