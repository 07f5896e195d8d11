package dev.demarc.assessment.ingest.aws;

import dev.demarc.assessment.ingest.InvalidField;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the ARN of a well-known type is put together, for the forms of an item that leave it out. */
final class KnownArns {

    /** What an ARN is made of. */
    record Parts(String type, String partition, String account, @Nullable String region, @Nullable String id,
            @Nullable String name, @Nullable Map<String, @Nullable Object> configuration) {

        private String regional(String service, String resource) throws InvalidField {
            if (region == null) {
                throw new InvalidField("awsRegion", null, "a region such as eu-central-1",
                        "is missing; " + type + " is known by its ARN, which holds the region");
            }
            return "arn:" + partition + ':' + service + ':' + region + ':' + account + ':' + resource;
        }

        private String neededId() throws InvalidField {
            return needed("resourceId", id);
        }

        private String named(String property) throws InvalidField {
            return needed("resourceName", name != null ? name : Fields.anyCase(configuration, property));
        }

        private String needed(String field, @Nullable String value) throws InvalidField {
            if (value == null) {
                throw new InvalidField(field, null, "the " + field + ", or the ARN",
                        "is missing; " + type + " is known by its ARN, which can't be made without it");
            }
            return value;
        }
    }

    private interface Form {
        String of(Parts parts) throws InvalidField;
    }

    private static final Map<String, Form> FORMS = new HashMap<>();

    static {
        byId("ec2", "AWS::EC2::", Map.ofEntries(Map.entry("Instance", "instance/"), Map.entry("Volume", "volume/"),
                Map.entry("SecurityGroup", "security-group/"), Map.entry("VPC", "vpc/"), Map.entry("Subnet", "subnet/"),
                Map.entry("NetworkInterface", "network-interface/"), Map.entry("RouteTable", "route-table/"),
                Map.entry("NetworkAcl", "network-acl/"), Map.entry("InternetGateway", "internet-gateway/"),
                Map.entry("CustomerGateway", "customer-gateway/"), Map.entry("VPNGateway", "vpn-gateway/"),
                Map.entry("VPNConnection", "vpn-connection/"), Map.entry("LaunchTemplate", "launch-template/"),
                Map.entry("VPCPeeringConnection", "vpc-peering-connection/")));
        byId("lambda", "AWS::Lambda::", Map.of("Function", "function:"));
        byId("dynamodb", "AWS::DynamoDB::", Map.of("Table", "table/"));
        byId("kms", "AWS::KMS::", Map.of("Key", "key/"));
        byId("kinesis", "AWS::Kinesis::", Map.of("Stream", "stream/"));
        byId("rds", "AWS::RDS::",
                Map.of("DBSnapshot", "snapshot:", "DBClusterSnapshot", "cluster-snapshot:", "DBSubnetGroup",
                        "subgrp:"));
        FORMS.put("AWS::S3::Bucket", parts -> "arn:" + parts.partition + ":s3:::" + parts.neededId());
        FORMS.put("AWS::RDS::DBInstance", parts -> parts.regional("rds", "db:" + parts.named("dBInstanceIdentifier")));
        FORMS.put("AWS::RDS::DBCluster",
                parts -> parts.regional("rds", "cluster:" + parts.named("dBClusterIdentifier")));
        iam("User", "user", "userName");
        iam("Role", "role", "roleName");
        iam("Group", "group", "groupName");
        iam("Policy", "policy", "policyName");
    }

    private KnownArns() {}

    /** The ARN; null for a type whose ARN is not known here, invalid where a part of a known one is missing. */
    static @Nullable String of(Parts parts) throws InvalidField {
        Form form = FORMS.get(parts.type);
        return form == null ? null : form.of(parts);
    }

    private static void byId(String service, String namespace, Map<String, String> prefixes) {
        prefixes.forEach((type, prefix) -> FORMS.put(namespace + type,
                parts -> parts.regional(service, prefix + parts.neededId())));
    }

    /** The path is a part of an IAM ARN and stands in the configuration alone. */
    private static void iam(String type, String prefix, String property) {
        FORMS.put("AWS::IAM::" + type, parts -> {
            String path = Fields.anyCase(parts.configuration, "path");
            if (path == null) {
                throw new InvalidField("ARN", null, "the ARN, or the configuration with its path",
                        "is missing; " + parts.type + " is known by its ARN, which holds its path");
            }
            return "arn:" + parts.partition + ":iam::" + parts.account + ':' + prefix + path + parts.named(property);
        });
    }
}
