// The browser's part: modules that work over HTTP and need no connection of the page to the server, and the start of that connection.
import "./theme-switch.js";
import "./lecture-player.js";
import "./upload-tray.js";
import "./dropzone.js";
import "./recorder/recording-banner.js";
import { startEditing } from "./editor.js";
import { startKeys } from "./keys.js";
import { startNavigation } from "./navigation.js";
import { startPlaying } from "./playing.js";
import { connect } from "./connection.js";

startEditing();
startKeys();
startNavigation();
startPlaying();
connect();
