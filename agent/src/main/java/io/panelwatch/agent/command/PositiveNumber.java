package io.panelwatch.agent.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many of something are wanted: 1 to 10 000 000. */
final class PositiveNumber implements ITypeConverter<Integer> {

  private static final int MOST = 10_000_000;

  @Override
  public Integer convert(String word) {
    if (word.matches("[0-9]{1,8}")) {
      int number = Integer.parseInt(word);
      if (number >= 1 && number <= MOST) {
        return number;
      }
    }
    throw new TypeConversionException("'" + word + "' is no number from 1 to " + MOST);
  }
}
