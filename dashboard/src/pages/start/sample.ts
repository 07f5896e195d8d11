/** A bucket that anybody may read, as AWS Config delivers it; the account does not exist. */
export function sample(now: Date): object {
  const captured = now.toISOString();
  return {
    configurationItemVersion: '1.3',
    configurationItemCaptureTime: captured,
    configurationStateId: now.getTime(),
    awsAccountId: '111122223333',
    configurationItemStatus: 'OK',
    resourceType: 'AWS::S3::Bucket',
    resourceId: 'demarc-sample-bucket',
    resourceName: 'demarc-sample-bucket',
    ARN: 'arn:aws:s3:::demarc-sample-bucket',
    awsRegion: 'eu-central-1',
    availabilityZone: 'Regional',
    resourceCreationTime: '2026-01-15T09:00:00.000Z',
    tags: { app: 'sample' },
    relatedEvents: [],
    relationships: [],
    configuration: { name: 'demarc-sample-bucket', owner: { displayName: null, id: '5f0e' } },
    supplementaryConfiguration: {
      AccessControlList: JSON.stringify({
        grantSet: null,
        grantList: [
          { grantee: { id: '5f0e', displayName: null }, permission: 'FullControl' },
          { grantee: 'AllUsers', permission: 'Read' },
        ],
        owner: { displayName: null, id: '5f0e' },
        isRequesterCharged: false,
      }),
      BucketPolicy: { policyText: null },
      BucketLoggingConfiguration: { destinationBucketName: null, logFilePrefix: null },
      BucketVersioningConfiguration: { status: 'Off', isMfaDeleteEnabled: null },
      PublicAccessBlockConfiguration: {
        blockPublicAcls: false,
        ignorePublicAcls: false,
        blockPublicPolicy: false,
        restrictPublicBuckets: false,
      },
    },
  };
}
