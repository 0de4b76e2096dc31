package io.panelwatch.hal.linux.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.panelwatch.hal.Errno;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ErrorTextTest {

  @ParameterizedTest
  @CsvSource({
    "GB18030, 只读文件系统",
    "Big5, 唯讀檔案系統",
    "ISO-8859-15, Le système de fichiers est accessible en lecture seulement",
    "UTF-8, Read-only file system"
  })
  void sentenceIsDecodedInAnyEncodingOfABoard(String encoding, String sentence) {
    Charset charset = ErrorText.encoding(encoding);
    byte[] bytes = Arrays.copyOf(sentence.getBytes(charset), 1024);
    assertEquals(sentence, ErrorText.decoded(bytes, charset));
  }

  @Test
  void encodingThatNobodyKnowsIsTakenForUtf8() {
    assertEquals(StandardCharsets.UTF_8, ErrorText.encoding("KOI9"));
    assertEquals(StandardCharsets.UTF_8, ErrorText.encoding("not a name"));
    assertEquals(StandardCharsets.UTF_8, ErrorText.encoding(null));
  }

  @Test
  void bytesWithoutAnEndAreTakenWhole() {
    assertEquals("EIO", ErrorText.decoded(new byte[] {'E', 'I', 'O'}, StandardCharsets.UTF_8));
  }

  @Test
  void libraryHasASentenceForEachErrno() {
    assertFalse(ErrorText.of(Errno.EROFS).isBlank());
  }
}
