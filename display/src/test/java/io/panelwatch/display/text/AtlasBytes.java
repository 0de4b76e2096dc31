package io.panelwatch.display.text;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** A sound atlas of two glyphs, A and B of 2 x 2 pixels, for tests to damage. */
final class AtlasBytes {

  static final int ENTRY_A = 20;
  static final int ENTRY_B = 31;
  static final int CHECKSUM = 16;

  private AtlasBytes() {}

  static byte[] sound() {
    ByteBuffer file = ByteBuffer.allocate(20 + 2 * 11 + 4);
    file.putInt(0x50574741).put((byte) 1).put((byte) 8).put((byte) 10).put((byte) 8);
    file.putInt(2).putInt(4).putInt(0);
    file.putShort((short) 'A').put(new byte[] {3, 0, 1, 2, 2}).putInt(0);
    file.putShort((short) 'B').put(new byte[] {3, 0, 1, 2, 2}).putInt(2);
    file.put(new byte[] {(byte) 0xF0, 0x08, 0x12, 0x34});
    return withChecksum(file.array());
  }

  /** The same with one byte changed and the checksum made right again. */
  static byte[] with(int at, int value) {
    byte[] file = sound();
    file[at] = (byte) value;
    return withChecksum(file);
  }

  private static byte[] withChecksum(byte[] file) {
    CRC32 crc = new CRC32();
    crc.update(file, 20, file.length - 20);
    ByteBuffer.wrap(file).putInt(CHECKSUM, (int) crc.getValue());
    return file;
  }
}
