package dev.demarc.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.event.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void the_topic_table_is_what_the_services_create() throws IOException {
        assertThat(rows("| topic |")).containsExactlyElementsOf(Arrays.stream(Topic.values())
                .map(topic -> List.of("`" + topic.topicName() + "`", Integer.toString(topic.partitions()),
                        retention(topic.retention()), topic.retention() == null ? "yes" : "no",
                        "%,d".formatted(Topic.MAX_RECORD_BYTES)))
                .toList());
    }

    @Test
    void the_event_table_names_every_event_and_its_topic() throws IOException {
        assertThat(rows("| event |")).containsExactlyElementsOf(Arrays.stream(EventType.values())
                .map(type -> List.of("`" + type.type() + "`", "`" + type.topic().topicName() + "`",
                        "`" + Examples.event(type).key() + "`"))
                .toList());
    }

    private static String retention(@Nullable Duration retention) {
        return retention == null ? "for ever" : retention.toDays() + " days";
    }

    /** The rows below a heading without their last cell, which is prose. */
    private static List<List<String>> rows(String heading) throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.startsWith(heading)).skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|", -1)).map(String::strip).toList())
                .map(cells -> cells.subList(0, cells.size() - 2))
                .toList();
    }
}
