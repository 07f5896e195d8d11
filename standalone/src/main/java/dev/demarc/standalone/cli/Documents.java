package dev.demarc.standalone.cli;

import dev.demarc.standalone.Failure;
import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.client.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Objects in a YAML or JSON file: one, several documents, or a list; each with an id. */
final class Documents {

    private Documents() {}

    static List<JsonNode> read(Path file) {
        List<JsonNode> all = new ArrayList<>();
        try (MappingIterator<JsonNode> documents = YAMLMapper.builder().build().readerFor(JsonNode.class)
                .readValues(Files.readAllBytes(file))) {
            documents.forEachRemaining(document -> {
                if (document.isArray()) {
                    document.forEach(all::add);
                } else {
                    all.add(document);
                }
            });
        } catch (IOException e) {
            throw new Failure("The file " + file + " can't be read: " + e.getMessage(), e);
        } catch (JacksonException e) {
            throw new Failure(file + " is neither YAML nor JSON: " + e.getOriginalMessage(), e);
        }
        for (JsonNode each : all) {
            if (each.path("id").asString("").isEmpty()) {
                throw new Failure(file + ": an id is missing; expected objects with an id, found " + each);
            }
        }
        return all;
    }

    /** Creates or replaces each of a file's objects under the path. */
    static void put(Api api, String path, String what, Path file, Session session) {
        for (JsonNode each : read(file)) {
            String id = each.path("id").asString();
            boolean created = api.putLatest(path + "/" + Query.encoded(id), each).status() == 201;
            session.err().println(what + " " + id + (created ? " is created." : " is replaced."));
        }
    }
}
