package io.panelwatch.agent.probe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the test that raises a code whose cause is in no file of a board, and clears it again.
 * {@link EveryCodeStoryTest} looks for it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RaisesAndClears {

  /** The code. */
  String value();
}
