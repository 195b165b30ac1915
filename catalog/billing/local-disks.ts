/**
 * Returns whether an instance type has local disks. SageMaker then provisions no EBS volume, and AWS bills none, whatever size was
 * requested (API reference, ResourceConfig, VolumeSizeInGB). Such types have a `d` after the generation (`r5d`, `p3dn`, `g4dn`) or are
 * among certain accelerator families.
 */
export const hasLocalDisks = (instanceType: string): boolean => localDisks.test(instanceType);

const localDisks = /^ml\.(?:[a-z]+\d+[a-z]*d[a-z]*|g[5-7]e?|p5(?:e|en)?|p6[a-z]*-[a-z0-9]+|trn\d+[a-z]*)\./;
