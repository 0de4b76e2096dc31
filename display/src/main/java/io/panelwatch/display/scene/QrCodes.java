package io.panelwatch.display.scene;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import java.util.Optional;

/**
 * Encodes payloads and keeps the last code: a page that is drawn every second shows the same one.
 */
final class QrCodes {

  /** Modules of white on each side (ISO/IEC 18004, section 9.1). */
  static final int QUIET_ZONE = 4;

  private String payload = "";
  private Optional<QrCode> code = Optional.empty();

  /** Modules along a side with the quiet zone; 0 when there is no code. */
  int modules(String text) {
    return encode(text).map(code -> code.size + 2 * QUIET_ZONE).orElse(0);
  }

  /** The code of a payload; none when it is empty or longer than a QR code can hold. */
  Optional<QrCode> encode(String text) {
    if (!text.equals(payload)) {
      code = encodeAnew(text);
      payload = text;
    }
    return code;
  }

  private static Optional<QrCode> encodeAnew(String text) {
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(QrCode.encodeText(text, QrCode.Ecc.LOW));
    } catch (DataTooLongException tooLong) {
      // A page without its code is still a page; the limit is 2,953 bytes.
      return Optional.empty();
    }
  }
}
