package dev.demarc.checks;

import dev.cel.common.values.NullValue;
import dev.demarc.contracts.subject.RelatedResource;
import dev.demarc.contracts.subject.SubjectRef;
import dev.demarc.contracts.subject.SubjectState;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The map that checks see as {@code resource} or {@code related.<name>}; made once for all checks of a subject. */
public final class SubjectDocument {

    static final String CONFIGURATION = "configuration";

    private SubjectDocument() {}

    /** A read-only view of the state, which must not change any more; without a state the document has no configuration. */
    public static Map<String, Object> of(SubjectRef subject, Map<String, String> tags, @Nullable Instant createdAt,
            @Nullable SubjectState state) {
        Map<String, Object> document = new HashMap<>(16);
        document.put("type", subject.type());
        document.put("id", subject.nativeId());
        document.put("name", orNull(subject.name()));
        document.put("account", subject.account());
        document.put("region", orNull(subject.region()));
        document.put("tags", tags);
        document.put("createdAt", orNull(createdAt));
        if (state != null) {
            document.put(CONFIGURATION, JsonView.map(state.configuration()));
            document.put("supplementaryConfiguration", JsonView.map(state.supplementaryConfiguration()));
            document.put("relationships", relationships(state.relationships()));
        }
        return Collections.unmodifiableMap(document);
    }

    private static List<Map<String, Object>> relationships(List<RelatedResource> resources) {
        return resources.stream().map(resource -> Map.of("type", orNull(resource.type()), "id", orNull(resource.id()),
                "name", orNull(resource.name()), "relation", orNull(resource.relation()))).toList();
    }

    private static Object orNull(@Nullable Object value) {
        return value == null ? NullValue.NULL_VALUE : value;
    }
}
