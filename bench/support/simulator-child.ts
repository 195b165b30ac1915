import { type SimulatorOptions, startSimulator } from '../../services/simulator/simulator.ts';

// Runs the simulator in a process of its own, so that what is measured is not slowed by what it is measured against.
process.once('message', async (options: SimulatorOptions) => {
  const simulator = await startSimulator(options);
  process.on('message', (message) => {
    if (message !== 'stats') return;
    process.send?.({ calls: simulator.stats.all(), jobsDescribedTwice: simulator.stats.jobsDescribed(2) });
  });
  const { env, accounts, regions } = simulator;
  process.send?.({ env, accounts, regions });
});
