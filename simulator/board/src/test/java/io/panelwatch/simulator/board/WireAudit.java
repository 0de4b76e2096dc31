package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.display.bus.PanelLink;
import io.panelwatch.display.frame.UpdatePlan;
import io.panelwatch.display.profile.Addressing;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.Orientation;
import io.panelwatch.hal.DeviceException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Listens between the engine and a link, and holds what goes out against the plan: the windows of
 * the plan in its order, each filled to its last cell, and nothing beside them.
 */
final class WireAudit implements PanelLink {

  private static final int CASET = 0x2A;
  private static final int PASET = 0x2B;
  private static final int RAMWR = 0x2C;
  private static final int COLUMN_ADDRESS = 0x21;
  private static final int PAGE_ADDRESS = 0x22;

  /** Cells that followed one address, from its first column and row on. */
  record Run(int column, int row, int columns, int rows, ByteBuffer cells) {}

  private final PanelLink link;
  private final ControllerProfile profile;
  private final Orientation orientation;
  private final List<Run> runs = new ArrayList<>();
  private final List<String> strays = new ArrayList<>();
  private int firstColumn;
  private int lastColumn;
  private int firstRow;
  private int lastRow;
  private boolean addressed;
  private long addressBytes;

  WireAudit(PanelLink link, ControllerProfile profile, Orientation orientation) {
    this.link = link;
    this.profile = profile;
    this.orientation = orientation;
  }

  /** An update begins. */
  void begin() {
    runs.clear();
    strays.clear();
    addressBytes = 0;
    addressed = false;
  }

  /** What went out since then, as it would be addressed in the picture. */
  List<Run> runs() {
    return runs;
  }

  /** Fails when anything but that plan went out. */
  void requireExactly(UpdatePlan plan) {
    assertEquals(List.of(), strays, "commands that no plan has");
    List<int[]> planned = plannedRuns(plan);
    assertEquals(planned.size(), runs.size(), "windows on the wire");
    int cellBytes = profile.format().bytesPerCell();
    long cells = 0;
    for (int i = 0; i < planned.size(); i++) {
      int[] window = planned.get(i);
      Run run = runs.get(i);
      assertEquals(window[0], run.column - orientation.columnOffset(), "first column");
      assertEquals(window[1], run.row - rowOffset(), "first row");
      assertEquals(window[2], run.columns, "columns");
      assertEquals(window[3], run.rows, "rows");
      assertEquals(window[2] * window[3] * cellBytes, run.cells.capacity(), "bytes of cells");
      cells += run.cells.capacity();
    }
    long sent = cells + addressBytes;
    assertTrue(sent <= plan.bytes(), () -> sent + " bytes instead of " + plan.bytes());
  }

  int rowOffset() {
    return profile.addressing().paged() ? 0 : orientation.rowOffset();
  }

  /** Column, row, columns, rows; controllers without windows take one row at a time. */
  private List<int[]> plannedRuns(UpdatePlan plan) {
    List<int[]> planned = new ArrayList<>();
    for (int i = 0; i < plan.size(); i++) {
      boolean rowByRow = profile.addressing() == Addressing.PAGE;
      int rows = rowByRow ? 1 : plan.height(i);
      for (int y = 0; y < plan.height(i); y += rows) {
        planned.add(new int[] {plan.x(i), plan.y(i) + y, plan.width(i), rows});
      }
    }
    return planned;
  }

  @Override
  public void command(int opcode, ByteBuffer parameters) throws DeviceException {
    note(opcode, parameters.duplicate());
    link.command(opcode, parameters);
  }

  private void note(int opcode, ByteBuffer p) {
    addressBytes += (long) tariff().commandBytes() * (1 + p.remaining());
    switch (profile.addressing()) {
      case DCS, DCS_KEEP -> noteDcs(opcode, p);
      case PAGE_WINDOW -> {
        if (opcode == COLUMN_ADDRESS && p.remaining() == 5) {
          firstColumn = p.get() & 0xFF;
          lastColumn = p.get() & 0xFF;
          assertEquals(PAGE_ADDRESS, p.get() & 0xFF);
          firstRow = p.get() & 0xFF;
          lastRow = p.get() & 0xFF;
          addressed = true;
        } else {
          strays.add(Integer.toHexString(opcode));
        }
      }
      case PAGE -> {
        if ((opcode & 0xF8) == 0xB0 && p.remaining() == 2) {
          firstRow = opcode & 0x07;
          lastRow = firstRow;
          firstColumn = (p.get() & 0x0F) | (p.get() & 0x0F) << 4;
          lastColumn = -1;
          addressed = true;
        } else {
          strays.add(Integer.toHexString(opcode));
        }
      }
    }
  }

  private void noteDcs(int opcode, ByteBuffer p) {
    switch (opcode) {
      case CASET -> {
        firstColumn = p.getShort();
        lastColumn = p.getShort();
      }
      case PASET -> {
        firstRow = p.getShort();
        lastRow = p.getShort();
      }
      case RAMWR -> addressed = true;
      default -> strays.add(Integer.toHexString(opcode));
    }
  }

  @Override
  public void pixels(ByteBuffer bytes) throws DeviceException {
    byte[] cells = new byte[bytes.remaining()];
    bytes.get(bytes.position(), cells);
    if (!addressed) {
      strays.add(cells.length + " bytes without an address");
    }
    addressed = false;
    int columns = lastColumn < 0 ? cells.length : lastColumn - firstColumn + 1;
    runs.add(
        new Run(firstColumn, firstRow, columns, lastRow - firstRow + 1, ByteBuffer.wrap(cells)));
    link.pixels(bytes);
  }

  @Override
  public boolean canRead() {
    return link.canRead();
  }

  @Override
  public void read(int opcode, ByteBuffer answer) throws DeviceException {
    link.read(opcode, answer);
  }

  @Override
  public void reset(boolean asserted) throws DeviceException {
    link.reset(asserted);
  }

  @Override
  public boolean hasResetLine() {
    return link.hasResetLine();
  }

  @Override
  public Tariff tariff() {
    return link.tariff();
  }

  @Override
  public void close() {
    link.close();
  }
}
