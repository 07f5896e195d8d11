import { describe, expect, it } from 'vitest';
import { fieldsOf, inputOf, saysSomething, selectorOf } from './form-fields';

const workload = {
  id: 'shop',
  name: 'Online shop',
  ownerTeam: 'payments',
  criticality: 'high' as const,
  frameworks: ['pci-dss-4'],
  selector: { tags: { app: 'shop' }, accounts: ['111122223333'], resources: [] },
};

describe('the form of a workload', () => {
  it('sends what it was filled with', () => {
    expect(inputOf(fieldsOf(workload))).toEqual({
      name: 'Online shop',
      ownerTeam: 'payments',
      criticality: 'high',
      frameworks: ['pci-dss-4'],
      selector: workload.selector,
    });
  });

  it('passes over tags without a key, and says when nothing is chosen', () => {
    const fields = { ...fieldsOf(undefined), tags: [{ key: ' ', value: 'x' }], accounts: ' , ' };
    expect(saysSomething(selectorOf(fields))).toBe(false);
    expect(saysSomething(selectorOf({ ...fields, resources: 'arn:aws:s3:::a' }))).toBe(true);
  });
});
