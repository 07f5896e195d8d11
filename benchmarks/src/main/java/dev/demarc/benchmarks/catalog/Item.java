package dev.demarc.benchmarks.catalog;

import dev.demarc.assessment.ingest.IngestContext;
import dev.demarc.assessment.ingest.aws.AwsConfigAdapter;
import dev.demarc.assessment.model.Subject;
import dev.demarc.contracts.event.SubjectChanged;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A configuration item as it is sent, and the subject that it makes. */
final class Item {

    private final byte[] json;
    private final Subject subject;

    private Item(byte[] json, Subject subject) {
        this.json = json;
        this.subject = subject;
    }

    byte[] json() {
        return json;
    }

    Subject subject() {
        return subject;
    }

    /** Six items written for this. */
    static List<Item> samples() {
        try (InputStream in = Objects.requireNonNull(Item.class.getResourceAsStream("items.jsonl"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().flatMap(line -> of(bytes(line)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a folder that hold one item each; others are left out. */
    static List<Item> below(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().flatMap(file -> of(read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Item> of(byte[] json) {
        return new AwsConfigAdapter()
                .read(json, new IngestContext(Instant.parse("2026-11-22T00:00:00Z"), "/demarc/benchmarks")).events()
                .stream().filter(SubjectChanged.class::isInstance).map(SubjectChanged.class::cast)
                .filter(change -> change.state() != null).limit(1)
                .map(change -> new Item(json, Subject.discovered(change)));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
