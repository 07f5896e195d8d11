package dev.demarc.assessment.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where secrets lie in which type: a type, a space, a dotted path; {@code *} is any one name, arrays are passed through. */
public final class RedactionRules {

    /** A place on the way to a secret. */
    static final class Step {

        private final Map<String, Step> below = new HashMap<>();
        private boolean secret;

        /** The step for a name in this place, in any spelling of upper and lower case; null where no rule goes on. */
        @Nullable
        Step under(String name) {
            Step exact = below.get(name.toLowerCase(Locale.ROOT));
            return exact == null ? below.get("*") : exact;
        }

        /** Everything that stands here is secret. */
        boolean secret() {
            return secret;
        }
    }

    private final Map<String, Step> byType = new HashMap<>();

    /** One rule a line, such as {@code AWS::Lambda::Function configuration.environment.variables.*}. */
    public RedactionRules(List<String> rules) {
        for (String rule : rules) {
            int space = rule.indexOf(' ');
            if (space < 1) {
                throw new IllegalArgumentException("'" + rule + "' is no rule: expected a type, a space and a path");
            }
            Step step = byType.computeIfAbsent(rule.substring(0, space), type -> new Step());
            for (String name : rule.substring(space + 1).strip().split("\\.")) {
                step = step.below.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new Step());
            }
            step.secret = true;
        }
    }

    /** The first step of a type's rules; null for a type without any. */
    @Nullable
    Step of(String type) {
        return byType.get(type);
    }
}
