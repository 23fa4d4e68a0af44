/** The SDK is loaded when a step first needs it, so that the first frame does not wait for it. */
export const iam = () => import('@aws-sdk/client-iam')
export const cloudtrail = () => import('@aws-sdk/client-cloudtrail')
export const sts = () => import('@aws-sdk/client-sts')
