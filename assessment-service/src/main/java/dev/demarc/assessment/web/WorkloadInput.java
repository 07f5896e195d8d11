package dev.demarc.assessment.web;

import dev.demarc.contracts.Copies;
import dev.demarc.contracts.context.Criticality;
import dev.demarc.contracts.context.Selector;
import dev.demarc.contracts.context.Workload;
import dev.demarc.platform.web.BadInput;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A workload as it is sent; the id, if there is one, is that of the path. */
public record WorkloadInput(
        @Nullable String id,
        String name,
        String ownerTeam,
        @Nullable String environment,
        @Nullable Criticality criticality,
        @Nullable String dataClassification,
        List<String> frameworks,
        SelectorInput selector) {

    /** The word that a list of resources takes for those without a workload. */
    static final String NONE = "none";

    /** Checks and copies. */
    public WorkloadInput {
        Shape.NAME.check("name", name);
        Shape.SLUG.check("ownerTeam", ownerTeam);
        Shape.SHORT.checkIfPresent("environment", environment);
        Shape.SHORT.checkIfPresent("dataClassification", dataClassification);
        frameworks = Copies.list(frameworks);
        Bounds.each("frameworks", frameworks, 50, Shape.FRAMEWORK);
    }

    /** What it selects. */
    public record SelectorInput(Map<String, String> tags, List<String> accounts, List<String> resources) {

        /** Checks and copies; something must be selected. */
        public SelectorInput {
            tags = Copies.map(tags);
            accounts = Copies.list(accounts);
            resources = Copies.list(resources);
            Bounds.atMost("selector.tags", tags.size(), 500);
            tags.forEach((key, value) -> {
                Shape.TAG_KEY.check("selector.tags", key);
                if (value == null) {
                    throw new BadInput("selector.tags." + key, null, "a text");
                }
                Shape.TAG_VALUE.check("selector.tags." + key, value);
            });
            Bounds.each("selector.accounts", accounts, 1_000, Shape.ACCOUNT);
            Bounds.each("selector.resources", resources, 1_000, Shape.NATIVE_ID);
            if (tags.isEmpty() && accounts.isEmpty() && resources.isEmpty()) {
                throw new BadInput("selector", "{}", "at least one tag, account or resource");
            }
        }

        Selector selector() {
            return new Selector(tags, accounts, resources);
        }
    }

    Workload workload(String path) {
        Edits.sameId(path, id);
        checkId(path);
        return new Workload(path, name, ownerTeam, environment, criticality, dataClassification, frameworks,
                selector.selector());
    }

    /** An id that a workload can have. */
    static void checkId(String id) {
        Shape.SLUG.check("id", id);
        if (id.equals(NONE)) {
            throw new BadInput("id", id, "another id: none stands for resources without a workload");
        }
    }
}
