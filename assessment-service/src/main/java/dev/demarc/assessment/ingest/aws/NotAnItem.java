package dev.demarc.assessment.ingest.aws;

import dev.demarc.assessment.ingest.InvalidField;
import dev.demarc.assessment.ingest.Redaction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a document is that is no configuration item, by the fields that give it away. */
final class NotAnItem {

    private static final String EXPECTED = "a configuration item, or a message that carries one";
    private static final int NAMES_SHOWN = 5;
    private static final Map<String, String> GIVEN_AWAY_BY = new LinkedHashMap<>();

    static {
        GIVEN_AWAY_BY.put("Statement", "this is a policy document");
        GIVEN_AWAY_BY.put("AWSTemplateFormatVersion", "this is a CloudFormation template");
        GIVEN_AWAY_BY.put("terraform_version", "this is a Terraform plan or state; send it to /api/ingest/terraform");
        GIVEN_AWAY_BY.put("eventSource",
                "this is a CloudTrail event or an S3 notification, which holds no item itself");
        GIVEN_AWAY_BY.put("__type", "this is an error answer of AWS");
        GIVEN_AWAY_BY.put("specversion", "this is a CloudEvent; send it to /api/ingest/cloudevents");
        GIVEN_AWAY_BY.put("aggregationKey", "this is an aggregation, not an item");
    }

    private NotAnItem() {}

    /** A list of properties has the fields of an item, with names of data types as their values. */
    static void check(Map<String, @Nullable Object> item) throws InvalidField {
        if ("string".equals(item.get("resourceType"))) {
            throw new InvalidField("resourceType", "string", "AWS::Service::Type",
                    "is the name of a data type: this is a list of the properties of a resource type (a schema), "
                            + "not a configuration item");
        }
    }

    /** Why a document that has no field of an item or a message is rejected. */
    static InvalidField because(Map<String, @Nullable Object> document) {
        for (Map.Entry<String, String> field : GIVEN_AWAY_BY.entrySet()) {
            if (document.containsKey(field.getKey())) {
                return new InvalidField(field.getKey(), document.get(field.getKey()), EXPECTED, field.getValue());
            }
        }
        String names = document.keySet().stream().limit(NAMES_SHOWN)
                .map(name -> String.valueOf(Redaction.shown("name", name))).collect(Collectors.joining(", "));
        return new InvalidField("resourceType", null, EXPECTED, document.isEmpty()
                ? "is missing: the object is empty"
                : "is missing, and so is everything a message of AWS Config has; found " + names
                        + (document.size() > NAMES_SHOWN ? " …" : ""));
    }
}
