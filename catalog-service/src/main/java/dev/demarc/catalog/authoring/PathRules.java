package dev.demarc.catalog.authoring;

import dev.demarc.catalog.model.Finding;
import dev.demarc.catalog.model.PlacedCheck;
import dev.demarc.checks.CheckDoesNotCompile;
import dev.demarc.checks.CheckLanguage;
import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.RelatedDocument;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.ServiceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether what the predicates of a model declare and read is in the documents that they read it from. */
final class PathRules {

    private static final Set<String> IN_EVERY_DOCUMENT = Set.of("type", "id", "name", "account", "region", "tags",
            "createdAt");
    private static final Set<String> OF_A_RELATIONSHIP = Set.of("type", "id", "name", "relation");

    private final CheckLanguage language;
    private final PropertyLists lists;
    private final Set<String> typesWithoutPaths = new TreeSet<>();

    PathRules(CheckLanguage language, PropertyLists lists) {
        this.language = language;
        this.lists = lists;
    }

    /** The types of which nothing was known in all that was looked at, in alphabetical order. */
    List<String> typesWithoutPaths() {
        return List.copyOf(typesWithoutPaths);
    }

    List<Finding> findings(ServiceModel model) {
        List<Finding> findings = new ArrayList<>();
        for (PlacedCheck placed : PlacedCheck.all(model)) {
            Check check = placed.check();
            List<String> types = check.resourceTypes().isEmpty() ? model.resourceTypes() : check.resourceTypes();
            for (int i = 0; i < check.paths().size(); i++) {
                path(placed.pointer() + "/paths/" + i, check.paths().get(i), types, check.related(), findings);
            }
            predicate(placed.pointer() + "/when", check.when(), types, check.related(), findings);
            predicate(placed.pointer() + "/expression", check.expression(), types, check.related(), findings);
        }
        for (int i = 0; i < model.responsibilities().size(); i++) {
            Responsibility cell = model.responsibilities().get(i);
            for (int j = 0; j < cell.variants().size(); j++) {
                predicate("/responsibilities/" + i + "/variants/" + j + "/when", cell.variants().get(j).when(),
                        model.resourceTypes(), Map.of(), findings);
            }
        }
        return findings;
    }

    private void predicate(String pointer, @Nullable String source, List<String> types,
            Map<String, RelatedDocument> related, List<Finding> findings) {
        if (source == null) {
            return;
        }
        try {
            @Nullable
            String unknown = null;
            for (String path : new TreeSet<>(language.compile(source).reads())) {
                if ((unknown == null || !path.startsWith(unknown + "."))
                        && path(pointer, path, types, related, findings)) {
                    unknown = path;
                }
            }
        } catch (CheckDoesNotCompile _) {
            // said by the model's own rules
        }
    }

    /** Whether it is unknown. */
    private boolean path(String pointer, String path, List<String> types, Map<String, RelatedDocument> related,
            List<Finding> findings) {
        List<String> segments = List.of(path.split("\\.", -1));
        boolean ofRelated = segments.getFirst().equals("related");
        int document = Math.min(ofRelated ? 2 : 1, segments.size());
        List<String> inDocument = segments.subList(document, segments.size());
        List<String> of = types;
        if (ofRelated) {
            RelatedDocument declared = related.get(segments.get(document - 1));
            if (declared == null) {
                return false;
            }
            of = List.of(declared.type());
        }
        boolean unknown = !exists(inDocument, of);
        if (unknown) {
            findings.add(new Finding(pointer, "'" + path + "' is no path of " + String.join(" or ", of)));
        }
        return unknown;
    }

    private boolean exists(List<String> segments, List<String> types) {
        if (segments.isEmpty() || IN_EVERY_DOCUMENT.contains(segments.getFirst())) {
            return true;
        }
        if (segments.getFirst().equals("relationships")) {
            return segments.size() == 1 || (segments.size() == 2 && OF_A_RELATIONSHIP.contains(segments.get(1)));
        }
        if (segments.size() == 1) {
            return segments.getFirst().equals("configuration")
                    || segments.getFirst().equals("supplementaryConfiguration");
        }
        String path = String.join(".", segments);
        boolean all = true;
        for (String type : types) {
            if (lists.has(type, path)) {
                return true;
            }
            if (!lists.covers(type)) {
                typesWithoutPaths.add(type);
                all = false;
            }
        }
        return !all;
    }
}
