package io.panelwatch.agent.command;

import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.profile.ColourFormat;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.Rotation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads raw pictures as cells of a panel: RGB565 values in little-endian order, or, for monochrome
 * panels, one byte a pixel, 0 dark and all else lit, eight rows of which become one cell.
 */
final class RawFrames {

  private static final int RGB565_BYTES = 2;

  private final ColourFormat format;
  private final int width;
  private final int height;
  private final byte[] bytes;

  /** Of a panel mounted as its profile has it by default. */
  RawFrames(ControllerProfile profile) {
    Rotation rotation = profile.defaultRotation();
    this.format = profile.format();
    this.width = profile.width(rotation);
    this.height = profile.height(rotation);
    this.bytes = new byte[width * height * (format == ColourFormat.MONO ? 1 : RGB565_BYTES)];
  }

  /** A frame that takes what {@link #read} reads. */
  Frame empty() {
    return new Frame(width, (height + format.rowsPerCell() - 1) / format.rowsPerCell());
  }

  /**
   * Reads a file into a frame.
   *
   * @throws CommandException when it is no picture of this panel
   */
  void read(Path file, Frame frame) throws IOException, CommandException {
    try (InputStream in = Files.newInputStream(file)) {
      int length = in.readNBytes(bytes, 0, bytes.length);
      if (length < bytes.length || in.read() >= 0) {
        throw new CommandException(
            ExitStatus.IO,
            "%s has %s bytes, a raw picture of %d x %d pixels has %d: see plan --help for the form"
                .formatted(
                    file, length < bytes.length ? length : "more", width, height, bytes.length));
      }
    }
    if (format == ColourFormat.MONO) {
      fillPages(frame.pixels());
    } else {
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(frame.pixels());
    }
  }

  private void fillPages(short[] cells) {
    int rows = format.rowsPerCell();
    for (int cell = 0; cell < cells.length; cell++) {
      int x = cell % width;
      int top = cell / width * rows;
      int lit = 0;
      for (int row = 0; row < Math.min(rows, height - top); row++) {
        lit |= (bytes[(top + row) * width + x] == 0 ? 0 : 1) << row;
      }
      cells[cell] = (short) lit;
    }
  }
}
