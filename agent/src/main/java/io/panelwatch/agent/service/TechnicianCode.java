package io.panelwatch.agent.service;

import java.nio.CharBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a personal code: its PBKDF2 (RFC 8018, section 5.2) with HMAC-SHA-256, a salt of
 * its own and so many rounds that one try takes a small board a second or two. Immutable.
 *
 * <p>As text: {@code pbkdf2-sha256:210000:SALT:HASH}, the latter two in Base64 (RFC 4648, section
 * 4).
 */
public final class TechnicianCode {

  /** Of the codes that are made now; each keeps its own number. */
  static final int ROUNDS = 210_000;

  /** More would keep the daemon busy for minutes, for one wrong line in a file. */
  private static final int MOST_ROUNDS = 10_000_000;

  private static final int FEWEST_ROUNDS = 1_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Pattern DIGITS = Pattern.compile("[0-9]{6,12}");
  private static final Pattern TEXT =
      Pattern.compile("pbkdf2-sha256:([0-9]{4,8}):([A-Za-z0-9+/=]{8,128}):([A-Za-z0-9+/=]{44})");

  private final int rounds;
  private final byte[] salt;
  private final byte[] hash;

  private TechnicianCode(int rounds, byte[] salt, byte[] hash) {
    this.rounds = rounds;
    this.salt = salt;
    this.hash = hash;
  }

  /** Whether that can be a code: 6 to 12 digits. */
  public static boolean isWellFormed(CharSequence code) {
    return DIGITS.matcher(code).matches();
  }

  /**
   * What is kept of a new code.
   *
   * @param random makes the salt
   * @throws IllegalArgumentException when it is not {@linkplain #isWellFormed well formed}
   */
  public static TechnicianCode of(char[] code, SecureRandom random) {
    if (!isWellFormed(CharBuffer.wrap(code))) {
      throw new IllegalArgumentException("a code is 6 to 12 digits");
    }
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new TechnicianCode(ROUNDS, salt, hash(code, salt, ROUNDS));
  }

  /**
   * What {@link #text} wrote.
   *
   * @throws IllegalArgumentException when it is nothing of that; the message does not quote it
   */
  static TechnicianCode parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("expected pbkdf2-sha256:ROUNDS:SALT:HASH");
    }
    int rounds = Integer.parseInt(parts.group(1));
    if (rounds < FEWEST_ROUNDS || rounds > MOST_ROUNDS) {
      throw new IllegalArgumentException(
          "expected " + FEWEST_ROUNDS + " to " + MOST_ROUNDS + " rounds");
    }
    byte[] hash = Base64.getDecoder().decode(parts.group(3));
    if (hash.length != HASH_BYTES) {
      throw new IllegalArgumentException("expected a hash of " + HASH_BYTES + " bytes");
    }
    return new TechnicianCode(rounds, Base64.getDecoder().decode(parts.group(2)), hash);
  }

  /** As a line of the file has it. */
  String text() {
    Base64.Encoder base64 = Base64.getEncoder();
    return "pbkdf2-sha256:%d:%s:%s"
        .formatted(rounds, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  /**
   * Whether this is the code. Takes a second or two on a small board, right or wrong, so that it
   * belongs on no thread that judges or draws.
   */
  public boolean matches(char[] code) {
    return MessageDigest.isEqual(hash, hash(code, salt, rounds));
  }

  private static byte[] hash(char[] code, byte[] salt, int rounds) {
    var spec = new PBEKeySpec(code, salt, rounds, HASH_BYTES * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no PBKDF2 with HMAC-SHA-256", e);
    } finally {
      spec.clearPassword();
    }
  }
}
