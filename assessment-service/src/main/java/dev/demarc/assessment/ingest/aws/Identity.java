package dev.demarc.assessment.ingest.aws;

import dev.demarc.assessment.ingest.InvalidField;
import dev.demarc.assessment.model.SubjectIds;
import dev.demarc.contracts.subject.SubjectKind;
import dev.demarc.contracts.subject.SubjectRef;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which subject an item is about: the same resource in every form of the item. */
final class Identity {

    static final String PROVIDER = "aws";

    private static final int LONGEST = 2_048;

    private Identity() {}

    /** The resource; {@code configuration} helps where the item lacks its ARN, and is absent for a deleted one. */
    static SubjectRef of(String type, Map<String, @Nullable Object> item,
            @Nullable Map<String, @Nullable Object> configuration, @Nullable String label, Envelope envelope)
            throws InvalidField {
        Arn arn = arn(item, configuration);
        String id = Fields.text(item, LONGEST, "resourceId");
        String resourceName = Fields.text(item, LONGEST, "resourceName");
        String account = Accounts.of(item, arn, envelope);
        String region = Regions.of(item, arn, envelope);
        String partition = Regions.partition(arn, region);
        boolean global = ResourceTypes.global(type);
        String nativeId = arn != null
                ? arn.text()
                : KnownArns.of(new KnownArns.Parts(type, partition, account, region, id, resourceName, configuration));
        if (nativeId == null) {
            nativeId = withoutArn(account, global ? "global" : region, type, id);
        }
        return new SubjectRef(SubjectIds.resource(PROVIDER, partition, account, nativeId), SubjectKind.RESOURCE,
                PROVIDER,
                partition, account, global ? null : region, type, nativeId,
                resourceName != null ? resourceName : label);
    }

    /** The account itself as a subject. */
    static SubjectRef account(String partition, String account) {
        return new SubjectRef(SubjectIds.account(PROVIDER, account), SubjectKind.ACCOUNT, PROVIDER, partition, account,
                null, SubjectIds.AWS_ACCOUNT_TYPE, account, null);
    }

    /** The ARN at the top, in the resource id, or the configuration's own; a malformed one counts as none. */
    private static @Nullable Arn arn(Map<String, @Nullable Object> item,
            @Nullable Map<String, @Nullable Object> configuration) throws InvalidField {
        Arn arn = Arn.of(Fields.text(item, LONGEST, "ARN", "arn"));
        if (arn == null && item.get("resourceId") instanceof String id) {
            arn = Arn.of(id);
        }
        return arn != null || configuration == null ? arn : Arn.of(Fields.anyCase(configuration, "arn"));
    }

    private static String withoutArn(String account, @Nullable String region, String type, @Nullable String id)
            throws InvalidField {
        if (id == null) {
            throw new InvalidField("resourceId", null, "the resource's id", "is missing, and there is no ARN");
        }
        if (region == null) {
            throw new InvalidField("awsRegion", null, "a region such as eu-central-1, or an ARN",
                    "is missing, and nothing else in the item tells the region");
        }
        return account + '/' + region + '/' + type + '/' + id;
    }
}
