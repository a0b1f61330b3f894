"""Which subjects stand in the open, before hills and sky; all others are shown indoors."""

from __future__ import annotations

from collections.abc import Sequence

from generators.artist.naming import thing_of

_LAND = """
camping tent backpack hiking-boot compass snow-capped-mountain mountain mount-fuji volcano desert
desert-island national-park beach-with-umbrella sunrise sunrise-over-mountains sunset sun rainbow
cloud sun-behind-cloud sun-behind-large-cloud sun-behind-rain-cloud sun-behind-small-cloud
sun-with-face crescent-moon full-moon snowflake snowman snowman-without-snow wind-face water-wave
fog foggy night-with-stars milky-way shooting-star comet ringed-planet rocket satellite parachute
kite fire umbrella-on-ground telescope flag-in-hole triangular-flag chequered-flag rock wood pick
hot-springs fountain playground-slide ferris-wheel roller-coaster carousel-horse circus-tent
deciduous-tree evergreen-tree palm-tree christmas-tree cactus sheaf-of-rice ear-of-corn sunflower
shamrock four-leaf-clover fallen-leaf maple-leaf leaf-fluttering-in-wind mushroom nest-with-eggs
farmer jack-o-lantern statue-of-liberty moai tanabata-tree wind-chime
forest bare-tree bamboo-stalks hay-bale park-bench street-lamp wildflowers scarecrow garden-gnome
weathervane swing-set farm-gate phone-box traffic-cone tree-stump willow-tree reeds sundial
bird-bath bird-feeder theodolite fire-hydrant birch-tree raised-garden-bed compost-bin
skip-container hiking-poles
"""
_BUILDINGS = """
house house-with-garden houses hut derelict-house building-construction castle japanese-castle
church mosque synagogue hindu-temple shinto-shrine cityscape cityscape-at-dusk bridge-at-night
stadium tokyo-tower kaaba construction construction-worker place-of-worship
cottage high-rise shopfront stone-bridge lighthouse windmill barn log-cabin treehouse
wind-turbine clock-tower suspension-bridge leaning-tower water-tower tower-crane grain-silo
wishing-well slate-roof-house tiled-townhouses wedding-arch
"""
_WAYS = """
airplane airplane-arrival airplane-departure small-airplane helicopter flying-saucer sailboat
speedboat motor-boat ferry ship passenger-ship canoe anchor ring-buoy fuel-pump automobile
oncoming-automobile sport-utility-vehicle pickup-truck delivery-truck articulated-lorry tractor
minibus bus oncoming-bus trolleybus taxi oncoming-taxi police-car oncoming-police-car ambulance
fire-engine racing-car motorcycle motor-scooter auto-rickshaw bicycle kick-scooter locomotive train
railway-car bullet-train high-speed-train light-rail station tram tram-car monorail metro motorway
mountain-railway mountain-cableway aerial-tramway suspension-railway railway-track wheel luggage
world-map double-decker convertible rowing-boat narrowboat paper-plane ice-cream-van forklift
combine-harvester hay-wagon cargo-ship electric-car safari-jeep tall-ship cruise-liner van
lunar-lander school-bus horse-carriage cargo-bike airship paraglider space-shuttle space-station
dump-truck concrete-mixer-truck garbage-truck tow-truck snowplough caravan-trailer wedding-car
lifeboat
"""
_SPORT = """
person-biking person-mountain-biking person-running person-running-facing-right person-walking
person-walking-facing-right person-climbing person-surfing person-swimming person-rowing-boat
person-golfing skier snowboarder skis sled skateboard horse-racing fishing-pole bow-and-arrow
soccer-ball goal-net american-football rugby-football baseball softball cricket-game tennis
field-hockey lacrosse
"""
_ANIMALS = """
badger bear beaver bison blackbird boar bird butterfly camel two-hump-camel cat black-cat
chicken chipmunk cow crab crocodile deer dodo dog dolphin donkey dove duck eagle elephant ewe
fish flamingo fox frog giraffe goat goose gorilla hedgehog hippopotamus honeybee horse kangaroo
koala lady-beetle leopard lion lizard llama mammoth monkey moose mouse octopus orangutan otter
owl ox panda parrot peacock penguin phoenix-bird pig polar-bear poodle rabbit raccoon ram rat
rhinoceros rooster sauropod seal shark skunk sloth snail snake spouting-whale squid swan t-rex
tiger tropical-fish turkey turtle unicorn water-buffalo whale wolf zebra baby-chick
front-facing-baby-chick hatching-chick service-dog guide-dog dragon spider ant beetle bug robin gull
heron stork moth dragonfly caterpillar puffin toucan dachshund seahorse labrador
hummingbird manta-ray squirrel pelican kingfisher woodpecker swallow-bird magpie sparrow ostrich
lamb walrus orca clownfish koi mermaid-tail triceratops red-panda meerkat platypus mole-animal
highland-cow guinea-pig swordfish
"""
_OUTDOORS = frozenset(f"{_LAND} {_BUILDINGS} {_WAYS} {_SPORT} {_ANIMALS}".split())


def is_outdoors(subjects: Sequence[str]) -> bool:
    """Whether a landscape suits the first of the icons, as it does where nothing is shown."""
    return not subjects or thing_of(subjects[0]) in _OUTDOORS
