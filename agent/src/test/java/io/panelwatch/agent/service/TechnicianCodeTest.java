package io.panelwatch.agent.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TechnicianCodeTest {

  private static final String HASH = "GjNuMfWXBqts8Y+5Sh0f2VyGz4azE3wdchHvl5mc5ok=";
  private static final String SALT = "MDEyMzQ1Njc4OWFiY2RlZg==";

  private final SecureRandom random = new SecureRandom();

  @Test
  void onlyTheCodeItselfMatches() {
    TechnicianCode code = TechnicianCode.of("482913".toCharArray(), random);

    assertTrue(code.matches("482913".toCharArray()));
    assertFalse(code.matches("482914".toCharArray()));
    assertFalse(code.matches("4829130".toCharArray()));
    assertFalse(code.matches(new char[0]));
  }

  /** Made by {@code hashlib.pbkdf2_hmac('sha256', b'135790', b'0123456789abcdef', 210000)}. */
  @Test
  void hashIsThatOfTheStandard() {
    TechnicianCode code = TechnicianCode.parse("pbkdf2-sha256:210000:" + SALT + ":" + HASH);

    assertTrue(code.matches("135790".toCharArray()));
  }

  @Test
  void textKeepsEverythingAndTheCodeIsNotInIt() {
    TechnicianCode code = TechnicianCode.of("482913".toCharArray(), random);
    String text = code.text();

    assertTrue(text.startsWith("pbkdf2-sha256:210000:"), text);
    assertFalse(text.contains("482913"));
    assertEquals(text, TechnicianCode.parse(text).text());
  }

  @Test
  void sameCodeOfTwoTechniciansLooksDifferent() {
    assertNotEquals(
        TechnicianCode.of("482913".toCharArray(), random).text(),
        TechnicianCode.of("482913".toCharArray(), random).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "1234567890123", "12345a", "12 456", "一二三四五六"})
  void whatIsNotSixToTwelveDigitsIsNoCode(String code) {
    assertFalse(TechnicianCode.isWellFormed(code));
    assertThrows(
        IllegalArgumentException.class, () -> TechnicianCode.of(code.toCharArray(), random));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "482913",
        "md5:210000:" + SALT + ":" + HASH,
        "pbkdf2-sha256:99999999:" + SALT + ":" + HASH,
        "pbkdf2-sha256:0999:" + SALT + ":" + HASH
      })
  void textThatIsNoHashIsRefusedAndNotQuoted(String text) {
    var refused = assertThrows(IllegalArgumentException.class, () -> TechnicianCode.parse(text));

    assertFalse(String.valueOf(refused.getMessage()).contains(text));
  }
}
