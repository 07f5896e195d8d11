package dev.demarc.assessment.ingest.aws;

import dev.demarc.assessment.ingest.Redaction;
import dev.demarc.assessment.ingest.RedactionRules;

/** Where AWS configurations hold secrets under names that do not say so; the rest is found by names and shapes. */
final class AwsSecrets {

    private static final String RULES = """
            AWS::Lambda::Function configuration.environment.variables.*
            AWS::Lambda::Function configuration.environment.error.message
            AWS::ElasticBeanstalk::Environment configuration.optionSettings.aws:elasticbeanstalk:application:environment.*
            AWS::EC2::VPNConnection configuration.customerGatewayConfiguration
            AWS::EC2::VPNConnection configuration.options.tunnelOptions.preSharedKey
            AWS::EC2::Instance configuration.userData
            AWS::EC2::LaunchTemplate configuration.launchTemplateData.userData
            AWS::AutoScaling::LaunchConfiguration configuration.userData
            AWS::ApiGateway::ApiKey configuration.value
            AWS::ApiGateway::Stage configuration.variables.*
            AWS::ApiGatewayV2::Stage configuration.stageVariables.*
            AWS::SageMaker::Model configuration.primaryContainer.environment.*
            AWS::SageMaker::Model configuration.containers.environment.*
            AWS::SSM::Parameter configuration.value
            AWS::DMS::Endpoint configuration.extraConnectionAttributes
            AWS::Glue::Job configuration.defaultArguments.*
            AWS::Glue::Connection configuration.connectionInput.connectionProperties.PASSWORD
            AWS::MSK::Configuration configuration.serverProperties
            AWS::Events::Connection configuration.authParameters.apiKeyAuthParameters.apiKeyValue
            AWS::AppSync::GraphQLApi configuration.apiKeys.*
            """;
    /** For all AWS types. */
    static final Redaction REDACTION = new Redaction(new RedactionRules(RULES.lines().toList()));

    private AwsSecrets() {}
}
