import { type SimulatorOptions, startSimulator } from '../../services/simulator/simulator.ts';

// Runs the simulator in a separate process, so that it does not slow down what is measured.
process.once('message', async (options: SimulatorOptions) => {
  const simulator = await startSimulator(options);
  const { env, accounts, regions } = simulator;
  const addJobs = (count: number) => {
    const ended = Date.now() / 1000 - 60;
    for (let job = 0; job < count; job++) {
      simulator.putJob(accounts[0]?.id ?? '', regions[0] ?? '', {
        TrainingJobName: `added-${job}`,
        TrainingJobStatus: 'Completed',
        SecondaryStatus: 'Completed',
        CreationTime: ended - 60 + job / 1000,
        TrainingEndTime: ended,
        LastModifiedTime: ended,
      });
    }
  };
  process.on('message', (message: 'stats' | { readonly add: number }) => {
    if (message === 'stats') {
      process.send?.({ calls: simulator.stats.all(), jobsDescribedTwice: simulator.stats.jobsDescribed(2) });
    } else {
      addJobs(message.add);
      process.send?.('added');
    }
  });
  process.send?.({ env, accounts, regions });
});
