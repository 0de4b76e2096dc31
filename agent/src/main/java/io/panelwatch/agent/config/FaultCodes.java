package io.panelwatch.agent.config;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.CatalogueEntry;
import io.panelwatch.agent.fault.FaultType;
import io.panelwatch.agent.fault.LimitOverride;
import io.panelwatch.agent.fault.Limits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which sections {@code [limits.CODE]} there may be, and what they may say.
 *
 * <p>A code of a known family that this version does not watch yet is let through: a file that is
 * written for a newer version, or kept for it, still serves. {@link Configuration#withoutEffect}
 * names such codes.
 */
final class FaultCodes {

  private static final Pattern FORM = Pattern.compile("[A-Z]{3}-[0-9A-Z][0-9]{2}");

  private final Catalogue catalogue = Catalogue.load();

  /** What is wrong with a code; empty where nothing is. */
  Optional<String> problemOf(String code) {
    if (catalogue.has(code) || (FORM.matcher(code).matches() && ofKnownFamily(code))) {
      return Optional.empty();
    }
    List<String> codes = catalogue.entries().stream().map(CatalogueEntry::code).toList();
    String meant = NearestWord.of(code, codes).orElse("");
    return Optional.of(
        "is no fault code, did you mean %s? expected one that panelwatch catalogue lists"
            .formatted(meant));
  }

  /** What is wrong with limits for a code, as that its fault would never end; else empty. */
  Optional<String> problemOf(String code, Map<Limits.Scope, LimitOverride> overrides) {
    if (!catalogue.has(code)) {
      return Optional.empty();
    }
    try {
      Limits.of(catalogue, overrides);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      String problem = String.valueOf(e.getMessage());
      String named = code + ": ";
      return Optional.of(problem.startsWith(named) ? problem.substring(named.length()) : problem);
    }
  }

  private static boolean ofKnownFamily(String code) {
    try {
      FaultType.ofCode(code);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
