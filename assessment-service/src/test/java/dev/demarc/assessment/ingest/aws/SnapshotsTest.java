package dev.demarc.assessment.ingest.aws;

import static dev.demarc.assessment.ingest.aws.Given.item;
import static dev.demarc.assessment.ingest.aws.Given.json;
import static dev.demarc.assessment.ingest.aws.Given.reading;
import static dev.demarc.assessment.ingest.aws.Given.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.demarc.assessment.ingest.IngestResult;
import dev.demarc.contracts.event.InventoryCompleted;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    private static Map<String, Object> snapshot(Object... items) {
        return Map.of("fileVersion", "1.0", "configSnapshotId", "snap-1", "configurationItems", List.of(items));
    }

    private static List<InventoryCompleted> inventories(IngestResult result) {
        return result.events().stream().filter(InventoryCompleted.class::isInstance).map(InventoryCompleted.class::cast)
                .toList();
    }

    @Test
    void aSnapshotEndsWithACompletedInventoryOfEachAccountInIt() {
        IngestResult result = reading(
                snapshot(item("instance"), with(item("volume"), "awsAccountId", "444455556666"), item("bucket")));
        assertThat(result.accepted()).isEqualTo(3);
        assertThat(result.events()).hasSize(5);
        assertThat(result.events().subList(3, 5)).hasOnlyElementsOfType(InventoryCompleted.class);
        assertThat(inventories(result)).extracting(inventory -> inventory.subject().id(), InventoryCompleted::items,
                InventoryCompleted::inventory).containsExactly(tuple("a-aws-111122223333", 2, "snap-1"),
                        tuple("a-aws-444455556666", 1, "snap-1"));
    }

    @Test
    void aSnapshotWithARejectedItemIsNotComplete() {
        IngestResult result = reading(snapshot(item("instance"), Map.of("resourceType", "x")));
        assertThat(inventories(result)).isEmpty();
        assertThat(result.ignored()).singleElement()
                .satisfies(ignored -> assertThat(ignored.reason()).contains("snap-1",
                        "does not count as a complete inventory", "1 of its items"));
    }

    @Test
    void anEmptySnapshotTellsOfNoAccount() {
        IngestResult result = reading(snapshot());
        assertThat(result.events()).isEmpty();
        assertThat(result.ignored()).singleElement()
                .satisfies(ignored -> assertThat(ignored.reason()).isEqualTo("configurationItems is empty"));
    }

    @Test
    void aHistoryIsNoInventory() {
        assertThat(inventories(reading(Map.of("fileVersion", "1.0", "configurationItems", List.of(item("bucket"))))))
                .isEmpty();
    }

    @Test
    void aHundredThousandItemsInOneBodyAreAllAccountedFor() {
        StringBuilder body = new StringBuilder("[");
        for (int i = 0; i < 100_000; i++) {
            body.append(i == 0 ? "" : ",").append(i % 1_000 == 7 ? "[5]" : volume(i));
        }
        body.append("]");
        IngestResult result = reading(body.toString());
        assertThat(result.accepted()).isEqualTo(99_900);
        assertThat(result.rejected()).hasSize(100);
    }

    @Test
    void twentyFiveMegabytesInOneItemAreRead() {
        IngestResult result = reading(
                json(with(item("volume"), "configuration", Map.of("text", "x".repeat(25_000_000)))));
        assertThat(result.accepted()).isEqualTo(1);
    }

    private static String volume(int number) {
        return "{\"resourceType\":\"AWS::EC2::Volume\",\"resourceId\":\"vol-" + number
                + "\",\"awsAccountId\":\"111122223333\","
                + "\"awsRegion\":\"eu-central-1\",\"configurationItemCaptureTime\":1772183643.5,\"configuration\":{\"encrypted\":false}}";
    }
}
