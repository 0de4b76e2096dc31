package io.panelwatch.agent.command;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Language;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code catalogue}: every fault code there is. */
@Command(
    name = "catalogue",
    description = "List every fault code: source, limits, delays, clear rule, advice.")
final class CatalogueCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "A JSON array instead of text.")
  private boolean json;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      defaultValue = "en",
      description = "Language of the text: ${COMPLETION-CANDIDATES}.")
  private Language language = Language.EN;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Catalogue catalogue = Catalogue.load();
    if (json) {
      out.println(CatalogueOutput.json(catalogue));
    } else {
      catalogue.entries().forEach(new CataloguePage(language, out)::print);
    }
    return ExitStatus.OK.code();
  }
}
