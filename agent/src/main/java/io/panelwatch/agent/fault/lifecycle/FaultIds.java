package io.panelwatch.agent.fault.lifecycle;

import java.security.SecureRandom;
import java.util.function.Supplier;

/**
 * Makes the names of episodes: 16 letters and digits in Crockford's Base32 (no I, L, O, U, so that
 * they can be read out over the telephone), 80 random bits. At a million faults the chance that two
 * are the same is one in a trillion.
 */
public final class FaultIds implements Supplier<String> {

  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 16;

  private final SecureRandom random = new SecureRandom();

  /** Draws from the platform's strong random numbers. */
  public FaultIds() {}

  @Override
  public String get() {
    var id = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      id.append(CROCKFORD.charAt(random.nextInt(CROCKFORD.length())));
    }
    return id.toString();
  }
}
