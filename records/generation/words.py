"""Words for generated rows, English beside Spanish: topics, places, names, sentences.

No people: what is made up must not pass for what somebody did.
"""

# After an English noun's place and before its head; in Spanish after the head.
TOPICS = [
    ("Border Water", "de Aguas Fronterizas"),
    ("Groundwater", "de Aguas Subterráneas"),
    ("Air Quality", "de Calidad del Aire"),
    ("Hazardous Waste", "de Residuos Peligrosos"),
    ("Wastewater", "de Saneamiento"),
    ("Wildlife", "de Vida Silvestre"),
    ("Wildfire", "de Incendios Forestales"),
    ("Natural Protected Areas", "de Áreas Naturales Protegidas"),
    ("Bridges and Crossings", "de Puentes y Cruces"),
    ("Ports of Entry", "de Puertos de Entrada"),
    ("Highway Transport", "de Autotransporte"),
    ("Railways", "de Ferrocarriles"),
    ("Civil Aviation", "de Aviación Civil"),
    ("Maritime Transport", "de Transporte Marítimo"),
    ("Customs", "de Aduanas"),
    ("Trade", "de Comercio"),
    ("Investment", "de Inversión"),
    ("Double Taxation", "de Doble Tributación"),
    ("Steel", "de Acero"),
    ("Sugar", "de Azúcar"),
    ("Livestock", "de Ganadería"),
    ("Plant Health", "de Sanidad Vegetal"),
    ("Fisheries", "de Pesca"),
    ("Food Safety", "de Inocuidad de los Alimentos"),
    ("Energy", "de Energía"),
    ("Electricity", "de Electricidad"),
    ("Hydrocarbons", "de Hidrocarburos"),
    ("Renewable Energy", "de Energías Renovables"),
    ("Telecommunications", "de Telecomunicaciones"),
    ("Broadcasting", "de Radiodifusión"),
    ("Intellectual Property", "de Propiedad Intelectual"),
    ("Competition Policy", "de Competencia Económica"),
    ("Labor", "de Asuntos Laborales"),
    ("Migration", "de Migración"),
    ("Consular Affairs", "de Asuntos Consulares"),
    ("Repatriation", "de Repatriación"),
    ("Seasonal Workers", "de Trabajadores Temporales"),
    ("Extradition", "de Extradición"),
    ("Legal Assistance", "de Asistencia Jurídica"),
    ("Drug Demand", "de Demanda de Drogas"),
    ("Firearms", "de Armas de Fuego"),
    ("Money Laundering", "de Lavado de Dinero"),
    ("Missing Persons", "de Personas Desaparecidas"),
    ("Public Security", "de Seguridad Pública"),
    ("Civil Protection", "de Protección Civil"),
    ("Cybersecurity", "de Ciberseguridad"),
    ("Public Health", "de Salud Pública"),
    ("Tuberculosis", "de Tuberculosis"),
    ("Educational Exchange", "de Intercambio Educativo"),
    ("Science and Technology", "de Ciencia y Tecnología"),
    ("Culture", "de Cultura"),
    ("Cultural Property", "de Bienes Culturales"),
    ("Archives", "de Archivos"),
    ("Statistics", "de Estadística"),
    ("Cartography", "de Cartografía"),
    ("Tourism", "de Turismo"),
    ("Housing", "de Vivienda"),
    ("Urban Planning", "de Planeación Urbana"),
    ("Indigenous Peoples", "de Pueblos Indígenas"),
    ("Small Business", "de Pequeñas Empresas"),
]

PAIRS = [
    ("US–Mexico", "México–Estados Unidos"),
    ("Mexico–United States", "México–Estados Unidos"),
    ("North American", "de América del Norte"),
    ("Border States", "de los Estados Fronterizos"),
    ("California–Baja California", "California–Baja California"),
    ("Arizona–Sonora", "Arizona–Sonora"),
    ("New Mexico–Chihuahua", "Nuevo México–Chihuahua"),
    ("Texas–Chihuahua", "Texas–Chihuahua"),
    ("Texas–Coahuila", "Texas–Coahuila"),
    ("Texas–Nuevo León", "Texas–Nuevo León"),
    ("Texas–Tamaulipas", "Texas–Tamaulipas"),
    ("San Diego–Tijuana", "San Diego–Tijuana"),
    ("Calexico–Mexicali", "Calexico–Mexicali"),
    ("Nogales", "de Ambos Nogales"),
    ("Douglas–Agua Prieta", "Douglas–Agua Prieta"),
    ("El Paso–Ciudad Juárez", "El Paso–Ciudad Juárez"),
    ("Eagle Pass–Piedras Negras", "Eagle Pass–Piedras Negras"),
    ("Laredo–Nuevo Laredo", "Laredo–Nuevo Laredo"),
    ("McAllen–Reynosa", "McAllen–Reynosa"),
    ("Brownsville–Matamoros", "Brownsville–Matamoros"),
    ("Rio Grande", "del Río Bravo"),
    ("Colorado River", "del Río Colorado"),
    ("Gulf", "del Golfo"),
    ("Californias", "de las Californias"),
]

# By the address of a kind of record, then by what its first choice says; "" stands for any other.
NAMES = {
    "institutions": {
        "commission": ("{pair} {topic} Commission", "Comisión {topic} {pair}"),
        "conference": ("{pair} Conference on {topic}", "Conferencia {topic} {pair}"),
        "bank": ("{pair} {topic} Fund", "Fondo {topic} {pair}"),
        "agency": ("{pair} {topic} Agency", "Agencia {topic} {pair}"),
        "ministry": ("Department of {topic}, {pair} Unit", "Secretaría {topic}, unidad {pair}"),
        "legislature": ("{pair} Committee on {topic}", "Comisión legislativa {topic} {pair}"),
        "interparliamentary": (
            "{pair} Interparliamentary Group on {topic}",
            "Grupo Interparlamentario {topic} {pair}",
        ),
        "council": ("{pair} {topic} Council", "Consejo {topic} {pair}"),
        "court": ("{pair} {topic} Panel", "Panel {topic} {pair}"),
        "office": ("{pair} {topic} Office", "Oficina {topic} {pair}"),
        "partnership": ("{pair} {topic} Partnership", "Alianza {topic} {pair}"),
        "programme": ("{pair} {topic} Program", "Programa {topic} {pair}"),
        "working-group": ("{pair} {topic} Working Group", "Grupo de Trabajo {topic} {pair}"),
        "secretariat": ("{pair} {topic} Secretariat", "Secretariado {topic} {pair}"),
        "association": ("{pair} {topic} Association", "Asociación {topic} {pair}"),
        "organization": ("{pair} {topic} Organization", "Organización {topic} {pair}"),
        "": ("{pair} {topic} Network", "Red {topic} {pair}"),
    },
    "agreements": {
        "treaty": ("{pair} Treaty on {topic}", "Tratado {pair} en materia {topic}"),
        "protocol": ("{pair} Protocol on {topic}", "Protocolo {pair} en materia {topic}"),
        "memorandum": (
            "{pair} Memorandum of Understanding on {topic}",
            "Memorándum de Entendimiento {pair} en materia {topic}",
        ),
        "letter-of-intent": (
            "{pair} Letter of Intent on {topic}",
            "Carta de Intención {pair} en materia {topic}",
        ),
        "joint-statement": (
            "{pair} Joint Statement on {topic}",
            "Declaración Conjunta {pair} en materia {topic}",
        ),
        "partnership": ("{pair} {topic} Initiative", "Iniciativa {topic} {pair}"),
        "plan": ("{pair} {topic} Plan", "Plan {topic} {pair}"),
        "national-strategy": ("National {topic} Strategy", "Estrategia Nacional {topic}"),
        "statute": ("{topic} Act", "Ley {topic}"),
        "executive-order": ("Executive Order on {topic}", "Orden ejecutiva en materia {topic}"),
        "bill": ("{topic} Bill", "Iniciativa de ley {topic}"),
        "proposal": ("{pair} Proposal on {topic}", "Propuesta {pair} en materia {topic}"),
        "": ("{pair} Agreement on {topic}", "Acuerdo {pair} en materia {topic}"),
    },
    "meetings": {
        "leaders": ("{roman} {pair} Summit on {topic}", "{roman} Cumbre {pair} en materia {topic}"),
        "": (
            "{roman} Meeting of the {pair} {topic} Working Group",
            "{roman} Reunión del Grupo de Trabajo {topic} {pair}",
        ),
    },
    "reports": {
        "": ("{pair} {topic} Report {year}", "Informe {topic} {pair} {year}"),
    },
    "baskets": {"": ("{topic}", "Canasta {topic}")},
    "issues": {
        "challenge": ("Lasting funds for {topic}", "Financiamiento duradero en materia {topic}"),
        "": ("{pair} coordination on {topic}", "Coordinación {pair} en materia {topic}"),
    },
    "indicators": {
        "": ("Spending on {topic}, {pair}", "Gasto en materia {topic}, {pair}"),
    },
}

# By what a pair of columns such as summary_en and summary_es is called without the language.
SENTENCES = {
    "summary": [
        (
            "Deals with {lower_topic} along the common border, with staff from both countries.",
            "Se ocupa de asuntos {lower_tema} en la frontera común, con personal de ambos países.",
        ),
        (
            "Brings federal, state and local officials together on {lower_topic}; its results are "
            "reported once a year.",
            "Reúne a funcionarios federales, estatales y locales en materia {lower_tema}; informa "
            "de sus resultados una vez al año.",
        ),
        (
            "First proposed around {year}; sources disagree on how far it was carried out.",
            "Se propuso hacia {year}; las fuentes difieren sobre el grado en que se llevó a cabo.",
        ),
        (
            "Sets common rules for {lower_topic} and a calendar of joint inspections, “where "
            "funds permit”.",
            "Fija reglas comunes en materia {lower_tema} y un calendario de inspecciones "
            "conjuntas, «si hay recursos».",
        ),
    ],
    "note": [
        ("The day is not given.", "No se da el día."),
        ("Confirmed by both foreign ministries.", "Confirmado por ambas cancillerías."),
        ("Read from a later reprint of {year}.", "Leído en una reimpresión de {year}."),
    ],
    "emphasis": [
        ("{topic} before all else", "ante todo, lo que toca a asuntos {lower_tema}"),
        ("jobs on both sides of the border", "el empleo en ambos lados de la frontera"),
    ],
    "unit": [
        ("million US dollars", "millones de dólares"),
        ("crossings a year", "cruces al año"),
        ("% of those asked", "% de los encuestados"),
    ],
    "text": [("better rules for {lower_topic}", "mejores reglas en materia {lower_tema}")],
    "rests_on": [("geography", "geografía"), ("common problems", "problemas comunes")],
    "withdrawn_why": [("Duplicate of another record.", "Duplicado de otro registro.")],
}

# By the name of a column, in whatever language a source has it.
TEXTS = {
    "locator": ["p. {number}", "art. {small}", "para. {small}", "n. {small}", "pp. {small}–{more}"],
    "disputed_locator": ["p. {number}", "para. {small}"],
    "title": [
        "{topic} on the border: a survey",
        "Informe {tema} {year}",
        "Communiqué of the {pair} {topic} talks",
        "Diario Oficial: decreto en materia {lower_tema}",
    ],
    "authors": [
        "Secretaría de Relaciones Exteriores",
        "US Department of State",
        "El Colegio de la Frontera Norte",
        "Congressional Research Service",
        "",
    ],
    "container": ["Foro Internacional", "Frontera Norte", "Federal Register", ""],
    "publisher": ["El Colegio de México", "Government Printing Office", ""],
    "volume": ["{small}", "XLVI", ""],
    "pages": ["{small}-{more}", ""],
    "number": ["{small}", ""],
    "language": ["en", "es", "en|es"],
    "person": ["Delegate {small}"],
    "url": ["https://www.example.org/{key}", ""],
    "archived_url": [""],
    "value": ["{number} Stat. {more}", "TIAS {number}", "DOF {year}-{month:02}-{day:02}"],
    "label": ["{roman}"],
    "site": ["Consulate General", "Palacio de Gobierno", ""],
    "other_names": ["{topic} talks | Diálogo {tema}", ""],
    "acronym": ["{initials}", "{initials}|{siglas}", ""],
}

OTHER_NAME = ("{pair} {topic}", "Asuntos {topic} {pair}")
DISAGREES = (
    "Set aside: the other sources agree with each other.",
    "Se descarta: las demás fuentes concuerdan entre sí.",
)
