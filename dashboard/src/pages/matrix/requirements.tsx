import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { PlainTable } from '../../shared/PlainTable';
import { texts } from '../../texts';
import { cellKey, type Matrix, type Requirement } from './data';

const { framework: words } = texts.matrix;

const INDICATOR: Record<Requirement['coverage'], StatusIndicatorProps.Type> = {
  covered: 'success',
  attestation: 'info',
  'not-applicable': 'stopped',
  'not-covered': 'warning',
  withdrawn: 'stopped',
};

/** A framework's requirements, uncovered ones included, and who answers them. */
export function Requirements({
  framework,
  onOpen,
}: {
  framework: NonNullable<Matrix['framework']>;
  onOpen: (key: string) => void;
}) {
  const current = framework.requirements.filter(
    (each) => each.coverage !== 'withdrawn' && each.coverage !== 'not-applicable',
  );
  const inapplicable = framework.requirements.filter((each) => each.coverage === 'not-applicable').length;
  const covered = current.filter((each) => each.coverage !== 'not-covered').length;
  return (
    <SpaceBetween size="s">
      <Box>
        {words.covered(covered, current.length)}.{' '}
        {inapplicable > 0 && `${words.inapplicable(inapplicable)}. `}
        {!framework.complete && words.partial}
      </Box>
      <PlainTable
        caption={framework.title ?? framework.id}
        head={[texts.matrix.requirement, texts.administration.runs.state, words.answers]}
        rows={framework.requirements.map((requirement) => [
          `${requirement.id} ${requirement.title ?? ''}`,
          <StatusIndicator key="coverage" type={INDICATOR[requirement.coverage]}>
            {words.coverage[requirement.coverage]}
          </StatusIndicator>,
          <Answers key="answers" requirement={requirement} onOpen={onOpen} />,
        ])}
      />
    </SpaceBetween>
  );
}

const MOST = 12;

function Answers({ requirement, onOpen }: { requirement: Requirement; onOpen: (key: string) => void }) {
  const keys = [...new Set(requirement.answers.map((each) => cellKey(each.serviceModel, each.control)))];
  if (keys.length === 0) {
    return words.none;
  }
  return (
    <span className="answers">
      {keys.slice(0, MOST).map((key) => (
        <button
          key={key}
          type="button"
          className="link"
          onClick={() => {
            onOpen(key);
          }}
        >
          {key.replace(':', ' ')}
        </button>
      ))}
      {keys.length > MOST && `+ ${texts.common.count(keys.length - MOST)}`}
    </span>
  );
}
