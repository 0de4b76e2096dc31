package io.panelwatch.display;

import io.panelwatch.display.bus.Dcs;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.UpdatePlan;
import io.panelwatch.display.profile.Addressing;
import io.panelwatch.display.profile.Orientation;
import io.panelwatch.hal.DeviceException;
import java.nio.ByteBuffer;

/**
 * Sends the windows of a plan in the way that a controller addresses its memory, see {@link
 * Addressing}.
 *
 * <pre>
 *   dcs          CASET first last   PASET first last   RAMWR   cells
 *   page-window  21 first last  22 first last                  cells
 *   page         B0+page  00+low  10+high, for each page:      cells
 * </pre>
 *
 * <p>Nothing is allocated.
 */
final class WindowSender {

  private static final int UNKNOWN = -1;

  private static final int COLUMN_ADDRESS = 0x21;
  private static final int PAGE_ADDRESS = 0x22;
  private static final int PAGE_START = 0xB0;
  private static final int COLUMN_HIGH = 0x10;

  private final PacedLink link;
  private final Addressing addressing;
  private final int columnOffset;
  private final int rowOffset;
  private final CellPacker packer;
  private int columns = UNKNOWN;
  private int rows = UNKNOWN;

  WindowSender(PacedLink link, Addressing addressing, Orientation orientation, CellPacker packer) {
    this.link = link;
    this.addressing = addressing;
    this.columnOffset = orientation.columnOffset();
    this.rowOffset = orientation.rowOffset() / (addressing.paged() ? Byte.SIZE : 1);
    this.packer = packer;
  }

  /** The controller may have any window now. */
  void forget() {
    columns = UNKNOWN;
    rows = UNKNOWN;
  }

  /** Sends one window of a plan. */
  void send(Frame cells, UpdatePlan plan, int window) throws DeviceException, InterruptedException {
    int x = plan.x(window);
    int y = plan.y(window);
    int width = plan.width(window);
    int height = plan.height(window);
    if (addressing == Addressing.PAGE) {
      for (int page = y; page < y + height; page++) {
        selectPage(x, page);
        link.pixels(packer.pack(cells, x, page, width, 1));
      }
    } else {
      select(x, y, width, height);
      link.pixels(packer.pack(cells, x, y, width, height));
    }
  }

  /** Addresses a window and sends nothing into it, to see how long that takes. */
  void address() throws DeviceException, InterruptedException {
    forget();
    switch (addressing) {
      case DCS, DCS_KEEP -> range(Dcs.CASET, columnOffset, 1);
      case PAGE_WINDOW -> selectPages(0, 0, 1, 1);
      case PAGE -> selectPage(0, 0);
    }
  }

  private void select(int x, int y, int width, int height)
      throws DeviceException, InterruptedException {
    if (addressing == Addressing.PAGE_WINDOW) {
      selectPages(x, y, width, height);
      return;
    }
    boolean mayKeep = addressing == Addressing.DCS_KEEP;
    int wantedColumns = both(x + columnOffset, width);
    int wantedRows = both(y + rowOffset, height);
    if (!mayKeep || wantedColumns != columns) {
      columns = UNKNOWN;
      range(Dcs.CASET, x + columnOffset, width);
      columns = wantedColumns;
    }
    if (!mayKeep || wantedRows != rows) {
      rows = UNKNOWN;
      range(Dcs.PASET, y + rowOffset, height);
      rows = wantedRows;
    }
    link.parameters();
    link.command(Dcs.RAMWR);
  }

  /** First and last address of a range as one number. */
  private static int both(int first, int count) {
    return (first << Short.SIZE) | (first + count - 1);
  }

  private void range(int opcode, int first, int count)
      throws DeviceException, InterruptedException {
    link.parameters().putShort((short) first).putShort((short) (first + count - 1));
    link.command(opcode);
  }

  private void selectPages(int x, int page, int width, int pages)
      throws DeviceException, InterruptedException {
    ByteBuffer rest = link.parameters();
    rest.put((byte) (x + columnOffset)).put((byte) (x + columnOffset + width - 1));
    rest.put((byte) PAGE_ADDRESS)
        .put((byte) (page + rowOffset))
        .put((byte) (page + rowOffset + pages - 1));
    link.command(COLUMN_ADDRESS);
  }

  private void selectPage(int x, int page) throws DeviceException, InterruptedException {
    int column = x + columnOffset;
    link.parameters().put((byte) (column & 0x0F)).put((byte) (COLUMN_HIGH | (column >> 4)));
    link.command(PAGE_START | (page + rowOffset));
  }
}
