package io.panelwatch.simulator.demo;

import io.panelwatch.agent.command.Subcommand;
import java.util.concurrent.Callable;

/** Brings {@code demo} to the command line where the simulator is on the module path. */
public final class DemoSubcommand implements Subcommand {

  /** For the service loader. */
  public DemoSubcommand() {}

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public Callable<Integer> command() {
    return new DemoCommand();
  }
}
