import TestRunner from 'jest-runner';

/** Test files one after the other in one process: for kinds that own the machine (Temporal's test server, a browser, a killed process). */
export default class SerialRunner extends TestRunner {
  isSerial = true;
}
