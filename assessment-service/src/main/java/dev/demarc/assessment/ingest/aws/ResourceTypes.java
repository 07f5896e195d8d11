package dev.demarc.assessment.ingest.aws;

import dev.demarc.assessment.ingest.InvalidField;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The resource types in AWS's own spelling; some messages have AWS::EC2::VOLUME. */
final class ResourceTypes {

    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9]{1,64}::[A-Za-z0-9]{1,64}::[A-Za-z0-9]{1,64}");
    private static final Map<String, String> BY_LOWER_CASE = new HashMap<>();
    /** One service a line: the service, then its types. */
    private static final String KNOWN = """
            AccessAnalyzer Analyzer
            ACM Certificate
            AmazonMQ Broker
            Amplify App Branch
            ApiGateway RestApi Stage ApiKey
            ApiGatewayV2 Api Stage
            AppConfig Application
            AppRunner Service
            AppSync GraphQLApi
            Athena WorkGroup DataCatalog
            AutoScaling AutoScalingGroup LaunchConfiguration ScalingPolicy ScheduledAction
            Backup BackupPlan BackupSelection BackupVault RecoveryPoint
            Batch JobQueue ComputeEnvironment JobDefinition
            CloudFormation Stack
            CloudFront Distribution StreamingDistribution
            CloudTrail Trail
            CloudWatch Alarm
            CodeBuild Project
            CodeDeploy Application DeploymentConfig DeploymentGroup
            CodePipeline Pipeline
            Cognito UserPool UserPoolClient UserPoolGroup
            Config ResourceCompliance ConformancePackCompliance ConfigurationRecorder
            DMS Certificate Endpoint EventSubscription ReplicationInstance ReplicationSubnetGroup ReplicationTask
            DynamoDB Table
            EC2 CustomerGateway EIP FlowLog Host Instance InternetGateway LaunchTemplate NatGateway NetworkAcl
            EC2 NetworkInterface RegisteredHAInstance RouteTable SecurityGroup Subnet Volume VPC VPCEndpoint
            EC2 VPCEndpointService VPCPeeringConnection VPNConnection VPNGateway ClientVpnEndpoint
            EC2 EgressOnlyInternetGateway TransitGateway TransitGatewayAttachment TransitGatewayRouteTable
            ECR Repository PublicRepository RegistryPolicy PullThroughCacheRule
            ECS Cluster Service TaskDefinition TaskSet CapacityProvider
            EFS FileSystem AccessPoint
            EKS Cluster FargateProfile Addon IdentityProviderConfig
            ElastiCache CacheCluster ReplicationGroup
            ElasticBeanstalk Application ApplicationVersion Environment
            ElasticLoadBalancing LoadBalancer
            ElasticLoadBalancingV2 LoadBalancer Listener TargetGroup
            Elasticsearch Domain
            EMR SecurityConfiguration
            Events EventBus Rule Connection ApiDestination
            FSx FileSystem
            Glue Job Crawler Classifier Connection MLTransform
            GuardDuty Detector Filter IPSet ThreatIntelSet
            IAM Group Policy Role User AccessKey
            Kinesis Stream StreamConsumer
            KinesisFirehose DeliveryStream
            KMS Key Alias
            Lambda Function CodeSigningConfig
            Logs LogGroup
            MSK Cluster
            NetworkFirewall Firewall FirewallPolicy RuleGroup
            OpenSearch Domain
            QLDB Ledger
            RDS DBCluster DBClusterSnapshot DBInstance DBSecurityGroup DBSnapshot DBSubnetGroup EventSubscription
            RDS GlobalCluster OptionGroup
            Redshift Cluster ClusterParameterGroup ClusterSecurityGroup ClusterSnapshot ClusterSubnetGroup
            Redshift EventSubscription
            Route53 HostedZone HealthCheck
            Route53Resolver ResolverEndpoint ResolverRule ResolverRuleAssociation FirewallDomainList
            S3 AccountPublicAccessBlock Bucket AccessPoint MultiRegionAccessPoint StorageLens
            SageMaker CodeRepository Model NotebookInstance EndpointConfig Workteam Domain
            SecretsManager Secret
            SES ConfigurationSet ContactList Template
            Shield Protection
            ShieldRegional Protection
            SNS Topic
            SQS Queue
            SSM AssociationCompliance FileData ManagedInstanceInventory PatchCompliance Document Parameter
            StepFunctions Activity StateMachine
            WAF RateBasedRule Rule RuleGroup WebACL
            WAFRegional RateBasedRule Rule RuleGroup WebACL
            WAFv2 IPSet ManagedRuleSet RegexPatternSet RuleGroup WebACL
            WorkSpaces ConnectionAlias Workspace
            XRay EncryptionConfig
            """;
    private static final Set<String> GLOBAL_SERVICES = Set.of("IAM", "CloudFront", "Route53", "Shield", "WAF",
            "GlobalAccelerator", "Organizations");

    static {
        for (String line : KNOWN.lines().toList()) {
            String[] words = line.split(" ");
            for (int i = 1; i < words.length; i++) {
                String type = "AWS::" + words[0] + "::" + words[i];
                BY_LOWER_CASE.put(type.toLowerCase(Locale.ROOT), type);
                BY_LOWER_CASE.put(type, type);
            }
        }
    }

    private ResourceTypes() {}

    /** The type in AWS's spelling; an unknown one stays as it is, since types come and custom ones exist. */
    static String canonical(String type) {
        String known = BY_LOWER_CASE.get(type);
        return known != null ? known : BY_LOWER_CASE.getOrDefault(type.toLowerCase(Locale.ROOT), type);
    }

    /** The canonical type of an item; what can't be a type is invalid. */
    static String of(@Nullable Object type) throws InvalidField {
        if (!(type instanceof String text)) {
            throw new InvalidField("resourceType", type, "AWS::Service::Type",
                    type == null ? "is missing" : "is not a string");
        }
        String canonical = canonical(text);
        if (!BY_LOWER_CASE.containsKey(canonical) && !TYPE.matcher(canonical).matches()) {
            throw new InvalidField("resourceType", text, "AWS::Service::Type", "is not a resource type");
        }
        return canonical;
    }

    /** Items of this type tell what AWS Config's own rules found. */
    static boolean verdict(String type) {
        return type.equals("AWS::Config::ResourceCompliance") || type.equals("AWS::Config::ConformancePackCompliance");
    }

    /** The type exists once per account and is repeated for every region that records it. */
    static boolean global(String type) {
        int service = type.indexOf("::") + 2;
        int name = type.indexOf("::", service);
        return GLOBAL_SERVICES.contains(type.substring(service, name))
                || type.equals("AWS::S3::AccountPublicAccessBlock");
    }
}
