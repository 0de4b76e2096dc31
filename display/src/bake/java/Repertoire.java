import java.nio.charset.Charset;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Which characters are baked. */
final class Repertoire {

  /** Symbols beyond Latin-1 and GB2312 that screens use. */
  private static final String EXTRA_SYMBOLS = "–•€™←↑→↓▲▼◀▶●○■□✓⚠";

  private Repertoire() {}

  /** Printable ASCII and the little else that stands among big digits. */
  static SortedSet<Integer> latin() {
    SortedSet<Integer> points = new TreeSet<>();
    IntStream.rangeClosed(0x20, 0x7E).forEach(points::add);
    "…–·°".codePoints().forEach(points::add);
    return points;
  }

  /** Latin-1, GB2312 and symbols. */
  static SortedSet<Integer> everything() {
    SortedSet<Integer> points = latin();
    IntStream.rangeClosed(0xA0, 0xFF).filter(c -> c != 0xAD).forEach(points::add);
    EXTRA_SYMBOLS.codePoints().forEach(points::add);
    Charset gb2312 = Charset.forName("GB2312");
    for (int row = 0xA1; row <= 0xF7; row++) {
      for (int cell = 0xA1; cell <= 0xFE; cell++) {
        String decoded = new String(new byte[] {(byte) row, (byte) cell}, gb2312);
        decoded.codePoints().filter(c -> c != 0xFFFD).forEach(points::add);
      }
    }
    return points;
  }
}
