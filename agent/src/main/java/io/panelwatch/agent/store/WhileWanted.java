package io.panelwatch.agent.store;

import java.util.function.BooleanSupplier;
import org.sqlite.ProgressHandler;

/**
 * Lets SQLite go on with a statement as long as that is wanted; asked on the thread that runs it.
 */
final class WhileWanted extends ProgressHandler {

  private static final int GO_ON = 0;
  private static final int INTERRUPT = 1;

  private final BooleanSupplier wanted;

  WhileWanted(BooleanSupplier wanted) {
    this.wanted = wanted;
  }

  @Override
  protected int progress() {
    return wanted.getAsBoolean() ? GO_ON : INTERRUPT;
  }
}
