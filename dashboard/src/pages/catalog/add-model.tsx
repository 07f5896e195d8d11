import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { texts } from '../../texts';

const { add } = texts.catalog;
const SLUG = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Asks for the key of a service model that is not there, and leads to its draft. */
export function AddModel({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const [provider, setProvider] = useState('aws');
  const [service, setService] = useState('');
  const [asked, setAsked] = useState(false);
  const wrong = (value: string) => (asked && !SLUG.test(value) ? add.wrong : undefined);
  const go = () => {
    setAsked(true);
    if (SLUG.test(provider) && SLUG.test(service)) {
      void navigate(`/catalog/${provider}/${service}?tab=draft`);
    }
  };
  return (
    <Modal
      visible
      header={add.title}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {texts.common.cancel}
            </Button>
            <Button variant="primary" onClick={go}>
              {add.go}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box>{add.intro}</Box>
        <FormField label={add.provider} description={add.providerHint} errorText={wrong(provider)}>
          <Input
            value={provider}
            onChange={({ detail }) => {
              setProvider(detail.value);
            }}
          />
        </FormField>
        <FormField label={add.service} description={add.serviceHint} errorText={wrong(service)}>
          <Input
            value={service}
            onChange={({ detail }) => {
              setService(detail.value);
            }}
          />
        </FormField>
      </SpaceBetween>
    </Modal>
  );
}
