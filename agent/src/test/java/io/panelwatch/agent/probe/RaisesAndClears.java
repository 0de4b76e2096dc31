package io.panelwatch.agent.probe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks the test that raises a code whose cause is in no file of a board, and clears it again.
 * {@link EveryCodeStoryTest} looks for it; the test fails unless the {@link Witness} that it is
 * given has seen just that.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Witness.Extension.class)
public @interface RaisesAndClears {

  /** The code. */
  String value();
}
