package io.panelwatch.agent.command;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import picocli.CommandLine;

/** Which version of the program this is. */
public final class ProgramVersion {

  private ProgramVersion() {}

  /** As in {@code 0.1.0}; {@code unversioned} where the classes run outside of their module. */
  public static String current() {
    return Optional.ofNullable(ProgramVersion.class.getModule().getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion)
        .orElse("unversioned");
  }

  /** The same for picocli's {@code --version}. */
  static final class Provider implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"panelwatch " + current()};
    }
  }
}
