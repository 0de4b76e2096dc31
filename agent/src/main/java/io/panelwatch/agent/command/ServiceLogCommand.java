package io.panelwatch.agent.command;

import io.panelwatch.agent.control.DeedListing;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code service log}: what people did on the device, running agent or not. */
@Command(
    name = "log",
    description = {
      "List what people did on this board, or tried to do, the latest first: when, who, from",
      "where, with what, and what it came to. Running agent or not."
    },
    footer = {
      "",
      "Examples:",
      "  panelwatch service log               the latest 50",
      "  panelwatch service log --limit 1000  as many as there may be at once",
      "  panelwatch service log --json        the same for a program, with every ID"
    })
final class ServiceLogCommand implements Callable<Integer> {

  /** So many are told at once. */
  private static final int MOST = 1_000;

  @ParentCommand private ServiceCommand service = new ServiceCommand();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      converter = PositiveNumber.class,
      description = "So many at most, 1 to 1000. Default: ${DEFAULT-VALUE}.")
  private int limit = 50;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "AUTO",
      description = "Colours: ${COMPLETION-CANDIDATES}. AUTO: on a terminal, without NO_COLOR.")
  private Colours.When color = Colours.When.AUTO;

  @Override
  public Integer call() throws IOException, CommandException {
    if (limit > MOST) {
      throw new ParameterException(spec.commandLine(), "--limit is 1 to " + MOST);
    }
    DeedListing listing = service.memory().audit(limit);
    PrintWriter out = spec.commandLine().getOut();
    if (service.json()) {
      out.println(listing.deedsAsJson());
    } else {
      text(listing, out);
    }
    if (listing.unread().isPresent()) {
      throw new CommandException(
          ExitStatus.IO, words().say("unread", listing.unread().orElseThrow()));
    }
    return ExitStatus.OK.code();
  }

  private void text(DeedListing listing, PrintWriter out) {
    if (!listing.deeds().isEmpty()) {
      new DeedsText(words(), service.colours(color)).table(listing.deeds(), out);
    } else if (listing.unread().isEmpty()) {
      out.println(words().say("none"));
    }
    if (listing.more()) {
      out.println(words().say(limit < MOST ? "older" : "older.most", limit));
    }
  }

  private Words words() {
    return new Words("log", service.words().language());
  }
}
