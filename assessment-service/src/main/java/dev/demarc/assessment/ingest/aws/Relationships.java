package dev.demarc.assessment.ingest.aws;

import dev.demarc.assessment.ingest.InvalidField;
import dev.demarc.assessment.ingest.JsonTree;
import dev.demarc.contracts.subject.RelatedResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The resources that an item names as related. */
final class Relationships {

    private static final int LONGEST = 2_048;

    private Relationships() {}

    /** In the item's order; {@code name} in delivery form is {@code relationshipName} in API form. */
    static List<RelatedResource> of(Map<String, @Nullable Object> item) throws InvalidField {
        Object value = item.get("relationships");
        if (value == null) {
            return List.of();
        }
        List<@Nullable Object> list = JsonTree.array(value);
        if (list == null) {
            throw new InvalidField("relationships", value, "an array of related resources", "is not an array");
        }
        List<RelatedResource> related = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            Map<String, @Nullable Object> one = JsonTree.object(list.get(i));
            if (one == null) {
                throw new InvalidField("relationships[" + i + "]", list.get(i),
                        "an object with resourceType and resourceId",
                        "is not an object");
            }
            String type = Fields.text(one, LONGEST, "resourceType");
            String relation = Fields.text(one, LONGEST, "relationshipName", "name");
            related.add(new RelatedResource(type == null ? null : ResourceTypes.canonical(type),
                    Fields.text(one, LONGEST, "resourceId"), Fields.text(one, LONGEST, "resourceName"),
                    relation == null ? null : relation.strip()));
        }
        return related;
    }
}
