/**
 * Whether an instance type brings disks of its own. SageMaker provisions no EBS volume for those, and AWS bills none, whatever size
 * was asked for (API reference, ResourceConfig, VolumeSizeInGB). EC2's names tell: a `d` after the generation says so (`r5d`,
 * `p3dn`, `g4dn`), and some families of accelerators have disks without one.
 */
export const hasLocalDisks = (instanceType: string): boolean => localDisks.test(instanceType);

const localDisks = /^ml\.(?:[a-z]+\d+[a-z]*d[a-z]*|g[5-7]e?|p5(?:e|en)?|p6[a-z]*-[a-z0-9]+|trn\d+[a-z]*)\./;
