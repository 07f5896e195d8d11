package dev.demarc.assessment.ingest;

import dev.demarc.assessment.ingest.RedactionRules.Step;
import dev.demarc.assessment.ingest.SecretNames.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of a configuration before it is stored, published or logged: by rules of type and path, by names that
 * announce a secret, and by the shape of a value. Names stay, values become {@value #REDACTED}; booleans, nulls, ARNs and
 * references to secrets are kept, since checks need them.
 */
public final class Redaction {

    /** What stands in the place of a secret. */
    public static final String REDACTED = "[redacted]";

    private static final int LONGEST_SHOWN = 100;
    /** Environment variables of these types name where the secret lies, not the secret. */
    private static final Set<String> REFERENCES = Set.of("PARAMETER_STORE", "SECRETS_MANAGER");
    /** What settings say whose names end like a secret's: {@code RefreshToken: days}. */
    private static final Set<String> SETTINGS = Set.of("true", "false", "enabled", "disabled", "none", "required",
            "optional", "seconds", "minutes", "hours", "days");

    /** What the place that holds a value says about it. */
    private enum Within {
        ANYTHING,
        SECRET,
        ENVIRONMENT
    }

    private final RedactionRules rules;

    /** With the rules of a provider, beside names and shapes, which are the same for all. */
    public Redaction(RedactionRules rules) {
        this.rules = rules;
    }

    /** Redacts a tree in place; {@code root} is where it stands in the subject, the first word of the rules' paths. */
    public void redact(String type, String root, Map<String, @Nullable Object> tree) {
        Step step = rules.of(type);
        inObject(tree, step == null ? null : step.under(root), Within.ANYTHING);
    }

    /** The value of a name that stands alone, such as a tag or a field in an error. */
    public static String text(String name, String value) {
        return (isSecretName(name) && mayBeSecret(value)) || SecretShapes.matches(value) ? REDACTED : value;
    }

    /** The name announces a secret, so a text under it must not be taken apart. */
    public static boolean isSecretName(String name) {
        return SecretNames.kind(name) == Kind.SECRET;
    }

    /** A value as it may be shown in an error: redacted, at most 100 characters; null for an absent one. */
    public static @Nullable String shown(String field, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> "an object with " + map.size() + " fields";
            case List<?> list -> "an array of " + list.size();
            default -> shortened(text(field, value.toString()).strip());
        };
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN - 1)) + "…";
    }

    private void inObject(Map<String, @Nullable Object> object, @Nullable Step step, Within within) {
        String label = null;
        Map.Entry<String, @Nullable Object> labelled = null;
        for (Map.Entry<String, @Nullable Object> entry : object.entrySet()) {
            Object value = entry.getValue();
            if (value == null || value instanceof Boolean) {
                continue;
            }
            String key = entry.getKey();
            switch (key) {
                case "name", "Name", "key", "Key", "parameterKey", "ParameterKey" -> label = value.toString();
                case "value", "Value", "parameterValue", "ParameterValue" -> labelled = entry;
                default -> {
                    // neither half of a pair of name and value
                }
            }
            Step below = step == null ? null : step.under(key);
            if ((below != null && below.secret()) || secret(key, value, below, within)) {
                entry.setValue(REDACTED);
            }
        }
        if (label != null && labelled != null && secretPair(object, label, within)
                && (!(labelled.getValue() instanceof String text) || mayBeSecret(text))) {
            labelled.setValue(REDACTED);
        }
    }

    private static boolean secretPair(Map<String, @Nullable Object> object, String label, Within within) {
        return within == Within.ENVIRONMENT
                ? !(object.get("type") instanceof String type && REFERENCES.contains(type))
                        && !(object.get("Type") instanceof String upper && REFERENCES.contains(upper))
                : isSecretName(label);
    }

    /** Whether the value itself is to go; what it holds is redacted on the way. */
    private boolean secret(String key, Object value, @Nullable Step step, Within within) {
        Kind kind = SecretNames.kind(key);
        boolean named = kind == Kind.SECRET || within == Within.SECRET;
        if (value instanceof String text) {
            return (named && mayBeSecret(text)) || SecretShapes.matches(text);
        }
        Map<String, @Nullable Object> object = JsonTree.object(value);
        if (object != null) {
            inObject(object, step, inside(key, kind, within));
            return false;
        }
        List<@Nullable Object> array = JsonTree.array(value);
        if (array != null) {
            inArray(array, step, named ? Within.SECRET : kind == Kind.ENVIRONMENT ? Within.ENVIRONMENT : within);
            return false;
        }
        return named;
    }

    /** Environment variables stand in an object by their names, or one level down under {@code variables}. */
    private static Within inside(String key, Kind kind, Within within) {
        boolean environment = (kind == Kind.ENVIRONMENT && key.length() > "environment".length())
                || (within == Within.ENVIRONMENT && key.equalsIgnoreCase("variables"));
        if (environment || key.equalsIgnoreCase("userData") || within == Within.SECRET) {
            return Within.SECRET;
        }
        return kind == Kind.ENVIRONMENT ? Within.ENVIRONMENT : Within.ANYTHING;
    }

    private void inArray(List<@Nullable Object> array, @Nullable Step step, Within within) {
        for (int i = 0; i < array.size(); i++) {
            Object value = array.get(i);
            Map<String, @Nullable Object> object = JsonTree.object(value);
            List<@Nullable Object> nested = JsonTree.array(value);
            if (object != null) {
                inObject(object, step, within == Within.SECRET ? Within.ANYTHING : within);
            } else if (nested != null) {
                inArray(nested, step, within);
            } else if (value instanceof String text
                    && ((within == Within.SECRET && mayBeSecret(text)) || SecretShapes.matches(text))) {
                array.set(i, REDACTED);
            }
        }
    }

    private static boolean mayBeSecret(String text) {
        return !text.isBlank() && !text.startsWith("arn:") && !text.startsWith("{{resolve:")
                && !(text.length() <= 8 && SETTINGS.contains(text.toLowerCase(Locale.ROOT)));
    }
}
