package io.panelwatch.agent.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The text of a configuration file, bounded and proven to be UTF-8. */
final class ConfigurationText {

  /** Hundreds of times what a complete configuration needs. */
  private static final int MAX_BYTES = 256 * 1024;

  private ConfigurationText() {}

  static String read(Path file) throws IOException, ConfigurationException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    }
    if (bytes.length > MAX_BYTES) {
      throw refused(file, 1, 1, "is larger than 256 KiB, expected a configuration file");
    }
    CharBuffer text = CharBuffer.allocate(bytes.length);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    boolean malformed =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(in, text, true)
            .isError();
    String decoded = text.flip().toString();
    if (malformed) {
      int line = (int) decoded.chars().filter(c -> c == '\n').count() + 1;
      int column = decoded.length() - decoded.lastIndexOf('\n');
      throw refused(file, line, column, "is no UTF-8 here, expected a text file in UTF-8");
    }
    return decoded;
  }

  private static ConfigurationException refused(Path file, int line, int column, String problem) {
    return new ConfigurationException(
        List.of(new ConfigurationError(file.toString(), line, column, "", problem)));
  }
}
