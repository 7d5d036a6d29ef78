import anchor from 'lucide-static/icons/anchor.svg?raw'
import banknote from 'lucide-static/icons/banknote.svg?raw'
import bookOpen from 'lucide-static/icons/book-open.svg?raw'
import boxes from 'lucide-static/icons/boxes.svg?raw'
import briefcase from 'lucide-static/icons/briefcase.svg?raw'
import car from 'lucide-static/icons/car.svg?raw'
import coins from 'lucide-static/icons/coins.svg?raw'
import cpu from 'lucide-static/icons/cpu.svg?raw'
import crosshair from 'lucide-static/icons/crosshair.svg?raw'
import drone from 'lucide-static/icons/drone.svg?raw'
import factory from 'lucide-static/icons/factory.svg?raw'
import flag from 'lucide-static/icons/flag.svg?raw'
import flaskConical from 'lucide-static/icons/flask-conical.svg?raw'
import fuel from 'lucide-static/icons/fuel.svg?raw'
import gavel from 'lucide-static/icons/gavel.svg?raw'
import globe from 'lucide-static/icons/globe.svg?raw'
import handshake from 'lucide-static/icons/handshake.svg?raw'
import heartPulse from 'lucide-static/icons/heart-pulse.svg?raw'
import keyRound from 'lucide-static/icons/key-round.svg?raw'
import landmark from 'lucide-static/icons/landmark.svg?raw'
import link from 'lucide-static/icons/link.svg?raw'
import mail from 'lucide-static/icons/mail.svg?raw'
import megaphone from 'lucide-static/icons/megaphone.svg?raw'
import newspaper from 'lucide-static/icons/newspaper.svg?raw'
import pickaxe from 'lucide-static/icons/pickaxe.svg?raw'
import plane from 'lucide-static/icons/plane.svg?raw'
import radioTower from 'lucide-static/icons/radio-tower.svg?raw'
import rocket from 'lucide-static/icons/rocket.svg?raw'
import satellite from 'lucide-static/icons/satellite.svg?raw'
import scale from 'lucide-static/icons/scale.svg?raw'
import school from 'lucide-static/icons/school.svg?raw'
import shield from 'lucide-static/icons/shield.svg?raw'
import ship from 'lucide-static/icons/ship.svg?raw'
import smartphone from 'lucide-static/icons/smartphone.svg?raw'
import swords from 'lucide-static/icons/swords.svg?raw'
import tag from 'lucide-static/icons/tag.svg?raw'
import trainFront from 'lucide-static/icons/train-front.svg?raw'
import truck from 'lucide-static/icons/truck.svg?raw'
import users from 'lucide-static/icons/users.svg?raw'
import wallet from 'lucide-static/icons/wallet.svg?raw'
import wheat from 'lucide-static/icons/wheat.svg?raw'
import zap from 'lucide-static/icons/zap.svg?raw'
import type { typeIcons } from '../../preload/contract/looks.ts'

/** The icons that a type of one's own can have, as SVG. Each by its own import, so that no other of lucide's is bundled. */
export const typeIconSources: Record<(typeof typeIcons)[number], string> = {
  anchor,
  banknote,
  'book-open': bookOpen,
  boxes,
  briefcase,
  car,
  coins,
  cpu,
  crosshair,
  drone,
  factory,
  flag,
  'flask-conical': flaskConical,
  fuel,
  gavel,
  globe,
  handshake,
  'heart-pulse': heartPulse,
  'key-round': keyRound,
  landmark,
  link,
  mail,
  megaphone,
  newspaper,
  pickaxe,
  plane,
  'radio-tower': radioTower,
  rocket,
  satellite,
  scale,
  school,
  shield,
  ship,
  smartphone,
  swords,
  tag,
  'train-front': trainFront,
  truck,
  users,
  wallet,
  wheat,
  zap,
}
