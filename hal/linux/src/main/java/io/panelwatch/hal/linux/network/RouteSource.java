package io.panelwatch.hal.linux.network;

import io.panelwatch.hal.NetRoute;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.List;

/** The default routes of a tree, all together: with any of them there is a way out. */
public final class RouteSource implements SensorSource {

  private static final String COMPONENT = "routes";

  private final Tree tree;
  private final SmallFiles files;

  public RouteSource(Tree tree) {
    this.tree = tree;
    files = new SmallFiles(tree);
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.ROUTES;
  }

  @Override
  public String lookedIn() {
    return tree.path("proc/net/route");
  }

  /** Always one; not recorded where a recording has neither of the two tables. */
  @Override
  public List<NetRoute> read() {
    return List.of(new NetRoute(COMPONENT, lookedIn(), DefaultRoutes.read(tree, files).count()));
  }
}
