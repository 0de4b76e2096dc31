package io.panelwatch.agent.command;

import io.panelwatch.agent.control.FaultListing;
import io.panelwatch.agent.control.FaultSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The history, asked for page by page, the latest first. */
final class HistoryPages {

  /** Small, so that neither end holds much of a year's history at a time. */
  private static final int PAGE = 200;

  private final AgentMemory memory;
  private final int most;
  private OptionalLong next = OptionalLong.empty();
  private Optional<String> unread = Optional.empty();

  /**
   * @param most so many faults in all
   */
  HistoryPages(AgentMemory memory, int most) {
    this.memory = memory;
    this.most = most;
  }

  /** All of them at once. */
  List<FaultSummary> read() throws IOException, CommandException {
    var all = new ArrayList<FaultSummary>();
    each(all::add);
    return all;
  }

  /** Writes a JSON array, without ever holding more of it than a page. */
  void writeJson(PrintWriter out) throws IOException, CommandException {
    var separator = new StringBuilder("[");
    each(
        fault -> {
          out.print(separator);
          out.print(fault.toJson());
          separator.setLength(0);
          separator.append(',');
        });
    out.println(separator.charAt(0) == '[' ? "[]" : "]");
  }

  private void each(Consumer<FaultSummary> take) throws IOException, CommandException {
    int left = most;
    do {
      FaultListing page = memory.history(next, Math.min(left, PAGE));
      page.faults().stream().limit(left).forEach(take);
      left -= page.faults().size();
      next = page.next();
      unread = page.unread().or(() -> unread);
    } while (left > 0 && next.isPresent());
  }

  /** Why there is no more than what was told; empty where that is all. */
  Optional<String> unread() {
    return unread;
  }

  /** How many older ones there are beyond those that were told. */
  long countRest() throws IOException, CommandException {
    return next.isPresent() ? memory.countBefore(next.getAsLong()) : 0;
  }
}
