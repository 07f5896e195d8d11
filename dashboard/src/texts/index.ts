import { administration } from './en/administration';
import { catalog } from './en/catalog';
import { cell } from './en/cell';
import { common } from './en/common';
import { compare } from './en/compare';
import { gaps } from './en/gaps';
import { matrix } from './en/matrix';
import { notifications } from './en/notifications';
import { overview } from './en/overview';
import { resources } from './en/resources';
import { shell } from './en/shell';
import { start } from './en/start';
import { workloads } from './en/workloads';

/** Every text of the page, by page; another language is another object of this shape. */
export const texts = {
  common,
  cell,
  shell,
  overview,
  matrix,
  compare,
  gaps,
  workloads,
  resources,
  catalog,
  notifications,
  administration,
  start,
};
