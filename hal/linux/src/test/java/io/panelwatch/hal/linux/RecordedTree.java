package io.panelwatch.hal.linux;

import io.panelwatch.hal.CoolingDevice;
import io.panelwatch.hal.Current;
import io.panelwatch.hal.Energy;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Humidity;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Power;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.file.FileText;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A recording that a test makes itself, file by file. */
public final class RecordedTree {

  /** The attributes of the first chip. */
  public static final String HWMON0 = "sys/class/hwmon/hwmon0/";

  private final Path root;

  public RecordedTree(Path root) {
    this.root = root;
  }

  public Path root() {
    return root;
  }

  public RecordedTree file(String path, String content) throws IOException {
    return file(path, (content + "\n").getBytes(StandardCharsets.UTF_8));
  }

  public RecordedTree file(String path, byte[] content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return this;
  }

  public RecordedTree folder(String path) throws IOException {
    Files.createDirectories(root.resolve(path));
    return this;
  }

  public RecordedTree link(String path, String target) throws IOException {
    Path link = root.resolve(path);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, Path.of(target));
    return this;
  }

  /** As if it had been written then, in seconds since 1970. */
  public RecordedTree written(String path, long seconds) throws IOException {
    Files.setLastModifiedTime(root.resolve(path), FileTime.from(seconds, TimeUnit.SECONDS));
    return this;
  }

  public RecordedTree delete(String path) throws IOException {
    Files.delete(root.resolve(path));
    return this;
  }

  /** A hwmon chip whose attributes are given as name, content, name, content. */
  public RecordedTree chip(String hwmon, String name, String... attributes) throws IOException {
    file("sys/class/hwmon/" + hwmon + "/name", name);
    for (int i = 0; i < attributes.length; i += 2) {
      file("sys/class/hwmon/" + hwmon + "/" + attributes[i], attributes[i + 1]);
    }
    return this;
  }

  /** A thermal zone at 81 C. */
  public RecordedTree zone(int number, String type) throws IOException {
    String folder = "sys/class/thermal/thermal_zone" + number;
    return file(folder + "/type", type).file(folder + "/temp", "81000");
  }

  /** Its files, of which those of one name are refused by that call with errno. */
  public SmallFiles refusing(String name, Errno errno, String call) {
    return new SmallFiles(new Tree(root)) {
      @Override
      public FileText attribute(String folder, String file) {
        return file.equals(name)
            ? new FileText.Unread(errno.number(), call, folder + "/" + file)
            : super.attribute(folder, file);
      }
    };
  }

  public SensorSource source(SensorFamily family) {
    return sources().stream().filter(s -> s.family() == family).findFirst().orElseThrow();
  }

  public List<SensorSource> sources() {
    return LinuxBoard.of(root).sources();
  }

  public List<Sample.Fan> fans() throws IOException {
    return samples(SensorFamily.FANS, Sample.Fan.class);
  }

  public List<Sample.Temperature> temperatures() throws IOException {
    return samples(SensorFamily.TEMPERATURES, Sample.Temperature.class);
  }

  public List<Sample.Rail> rails() throws IOException {
    return samples(SensorFamily.RAILS, Sample.Rail.class);
  }

  public List<CoolingDevice> coolingDevices() throws IOException {
    return samples(SensorFamily.COOLING_DEVICES, CoolingDevice.class);
  }

  public List<Current> currents() throws IOException {
    return samples(SensorFamily.CURRENTS, Current.class);
  }

  public List<Power> powers() throws IOException {
    return samples(SensorFamily.POWERS, Power.class);
  }

  public List<Energy> energies() throws IOException {
    return samples(SensorFamily.ENERGIES, Energy.class);
  }

  public List<Humidity> humidities() throws IOException {
    return samples(SensorFamily.HUMIDITIES, Humidity.class);
  }

  public List<Sample.PowerSupply> powerSupplies() throws IOException {
    return samples(SensorFamily.POWER_SUPPLIES, Sample.PowerSupply.class);
  }

  public List<Sample.FileSystem> fileSystems() throws IOException {
    return samples(SensorFamily.FILE_SYSTEMS, Sample.FileSystem.class);
  }

  public List<Sample.NetLink> netLinks() throws IOException {
    return samples(SensorFamily.NET_LINKS, Sample.NetLink.class);
  }

  public static List<String> components(List<? extends Sample> samples) {
    return samples.stream().map(Sample::component).toList();
  }

  public static boolean failedWith(Errno errno, Measured measured) {
    return measured instanceof Measured.Failed failed && errno.is(failed.errno());
  }

  public <T extends Sample> List<T> samples(SensorFamily family, Class<T> type) throws IOException {
    return source(family).read().stream().map(type::cast).toList();
  }
}
