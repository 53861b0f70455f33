"""Names as officials write them: regions by year and services. Typed by hand."""

from __future__ import annotations

import pytest

from extractor.normalizadores.regiones import normalizar_region
from extractor.normalizadores.servicios import normalizar_servicio

# fmt: off
REGIONES = [
    ("Ia Región", 2007, "01"), ("I.- Tarapacá", 2007, "01"), ("1° región de Tarapacá", 2009, "01"), ("Reg. II", 2008, "02"),
    ("Reg II de Antofagasta", 2008, "02"), ("R-5", 2009, "05"), ("R. 5", 2009, "05"), ("Región N° 7", 2007, "07"),
    ("Región Nº10", 2009, "10"), ("Región 03", 2009, "03"), ("05", 2009, "05"), ("V REG.", 2007, "05"),
    ("Vª Reg.", 2007, "05"), ("V R.", 2007, "05"), ("XIIa", 2009, "12"), ("Región XV", 2009, "15"),
    ("REGIÓN DEL L.G.B.O.", 2009, "06"), ("L. Gral B. O Higgins", 2009, "06"), ("O Higgins", 2009, "06"),
    ("Lib. Bdo. O'Higgins", 2009, "06"), ("Gral. Bdo. O`Higgins", 2009, "06"), ("Región de O'Higgins", 2009, "06"),
    ("OHiggins", 2009, "06"), ("Bío – Bío", 2009, "08"), ("Bio Bio", 2009, "08"), ("Bíobio", 2009, "08"),
    ("del Bio-bio", 2009, "08"), ("VIII BIO BIO", 2009, "08"), ("Aysen del Gral. Carlos Ibañez", 2009, "11"),
    ("Aysén del G. C. Ibáñez del C.", 2009, "11"), ("Aisen", 2007, "11"), ("Magallanes y A. Chilena", 2009, "12"),
    ("Magallanes y Antartica", 2009, "12"), ("Mag. y Ant. Chilena", 2009, "12"), ("Región Metrop. de Stgo.", 2009, "13"),
    ("R.Metropolitana", 2007, "13"), ("Met. de Santiago", 2009, "13"), ("Región Metropolitana (Santiago)", 2009, "13"),
    ("RM Santiago", 2007, "13"), ("La Araucania", 2009, "09"), ("Araucania", 2009, "09"), ("Arauco", 2009, "08"),
    ("Región de la Araucanía (Temuco)", 2009, "09"), ("Los Lagos - Puerto Montt", 2007, "10"),
    ("Los Ríos (Valdivia)", 2009, "14"), ("Arica-Parinacota", 2009, "15"), ("Arica", 2007, "01"),
    ("I, II, III y IV regiones", 2007, "01;02;03;04"), ("1ª, 2ª y 3ª", 2007, "01;02;03"),
    ("I-II-III-IV", 2007, "01;02;03;04"), ("Regiones I, XV y II", 2009, "01;02;15"),
    ("I a la IV Región", 2007, "01;02;03;04"), ("De la I a la III", 2007, "01;02;03"), ("V, VI y RM", 2007, "05;06;13"),
    ("Regiones V, VI y Metropolitana", 2007, "05;06;13"), ("RM y V Región", 2007, "05;13"),
    ("Tarapacá a Coquimbo", 2007, "01;02;03;04"), ("Entre la I y III regiones", 2007, "01;02;03"),
    ("Maule, Biobío y Araucanía", 2009, "07;08;09"), ("VII/VIII/IX", 2009, "07;08;09"), ("VII & VIII", 2009, "07;08"),
    ("Maule-Biobío", 2009, "07;08"), ("II, III, y IV", 2009, "02;03;04"), ("Ambas regiones (I y XV)", 2009, "01;15"),
    ("2, 3 y 4", 2007, "02;03;04"), ("Región 2 y 3", 2007, "02;03"),
    ("Todas las provincias de la Región de Atacama", 2009, "03"),
    ("Todas menos la XII", 2007, "01;02;03;04;05;06;07;08;09;10;11;13"),
    ("Todas las regiones, excepto la RM", 2007, "01;02;03;04;05;06;07;08;09;10;11;12"),
    ("Todas las regiones a excepción de la Metropolitana", 2007, "01;02;03;04;05;06;07;08;09;10;11;12"),
    ("Regiones (excepto RM)", 2007, "01;02;03;04;05;06;07;08;09;10;11;12"), ("Iquique", 2009, "01"),
    ("Iquique y Arica", 2007, "01"), ("Copiapo", 2009, "03"), ("La Serena, Coquimbo y Ovalle", 2009, "04"),
    ("Rancagua", 2009, "06"), ("Talca", 2009, "07"), ("Conce", 2009, "08"), ("Concepción", 2009, "08"),
    ("Temuco", 2009, "09"), ("Pto Montt", 2009, "10"), ("P. Montt", 2009, "10"), ("Coyhaique", 2009, "11"),
    ("Pta. Arenas", 2009, "12"), ("P. Arenas", 2009, "12"), ("Stgo.", 2009, "13"), ("Viña", 2009, "05"),
    ("Viña del Mar", 2009, "05"), ("Sn. Felipe", 2009, "05"), ("Los Angeles", 2009, "08"), ("Chillan", 2009, "08"),
    ("Valdivia", 2009, "14"), ("Valdivia", 2007, "10"), ("Osorno", 2009, "10"), ("Provincia de Chiloé", 2009, "10"),
    ("Prov. de Cordillera", 2009, "13"), ("Comuna de Los Lagos", 2007, "10"), ("Comuna de Los Lagos", 2009, "14"),
    ("comuna de Antofagasta", 2009, "02"), ("Maipú y Puente Alto", 2009, "13"), ("Gobernación de Ñuble", 2009, "08"),
    ("Gobernación Provincial de Arauco", 2009, "08"), ("Isla de Pascua", 2009, "05"), ("Juan Fernandez", 2009, "05"),
    ("Puerto Aysén", 2009, "11"), ("Pto. Natales", 2009, "12"), ("Alto Bio Bio", 2009, "08"), ("Los Vilos", 2009, "04"),
    ("San Pedro de Atacama", 2009, "02"), ("Ñuble", 2009, "08"), ("Región del Ñuble", 2019, "16"), ("X", 2009, "10"),
    ("V", 2009, "05"), ("Hospital Regional de Talca", 2009, "07"), ("Sagrada Familia", 2009, "07"), ("Navidad", 2009, "06"),
    ("Valle de Elqui", 2009, "04"), ("Santiago", 2009, "13"), ("Antofogasta", 2009, "02"), ("Antofagata", 2009, "02"),
    ("Ant0fagasta", 2009, "02"), ("Atacma", 2009, "03"), ("Coquinbo", 2009, "04"), ("Valaparaiso", 2009, "05"),
    ("Valparalso", 2009, "05"), ("O'Higins", 2009, "06"), ("O'Hlggins", 2009, "06"), ("Mauel", 2009, "07"),
    ("Mau1e", 2009, "07"), ("Biobio", 2009, "08"), ("Biobló", 2009, "08"), ("Araucnía", 2009, "09"),
    ("Auracanía", 2009, "09"), ("La Arauncanía", 2009, "09"), ("Los Lagoz", 2009, "10"), ("Los Lgos", 2009, "10"),
    ("Aysen", 2009, "11"), ("Aysn", 2009, "11"), ("Ayssén", 2009, "11"), ("Magallenes", 2009, "12"),
    ("Magalanes", 2009, "12"), ("Metropilitana", 2009, "13"), ("Metropoltana", 2009, "13"), ("Metropolitan a", 2009, "13"),
    ("Tarapaca", 2009, "01"), ("Tarapcá", 2009, "01"), ("Tara-pacá", 2009, "01"), ("Los Rios", 2009, "14"),
    ("Los Riós", 2009, "14"), ("Arica y Parincota", 2009, "15"), ("Vlll Región", 2009, "08"), ("lX Región", 2009, "09"),
    ("X1 Región", 2009, "11"), ("XlI", 2009, "12"), ("11 Región", 2009, "11"), ("ll Región", 2009, "02"),
    ("I1 Región", 2009, "02"), ("Vl Región", 2009, "06"), ("lll", 2009, "03"), ("IIl Región", 2009, "03"),
]
TODAS = [
    ("Todas", 2007), ("Todas las Regiones", 2009), ("15 regiones", 2009), ("13 regiones", 2007),
    ("las trece regiones del país", 2007), ("Las 12 regiones y la RM", 2007), ("Nacional", 2009), ("A nivel nacional", 2009),
    ("Arica a Punta Arenas", 2009), ("I a XII y RM", 2007), ("I a XII Región y RM", 2007), ("I a XV", 2009),
    ("Todas las regiones del país, incluida la RM", 2007), ("todas las regiones sin excepción", 2007),
    ("Todos las regiones", 2009), ("Tods las regiones", 2009), ("Cada una de las regiones", 2009),
]
NC = [
    ("Nivel Central", 2009), ("NIVEL CENTRAL (Santiago)", 2009), ("Dirección Nacional", 2009), ("Casa Central", 2009),
    ("Oficina Central SENCE", 2009), ("Depto. de Estudios, Nivel Central", 2009),
]
DUDOSO = [
    ("Maule y otras", 2009), ("desde la VIII Región al sur", 2008), ("IV Región hacia el norte", 2009), ("1 región", 2008), ("Los Lagos, etc.", 2009),
    ("Toda la región", 2009), ("Todas las comunas de la región", 2009), ("La región", 2009), ("Regional", 2009),
    ("En la región", 2009), ("Casi todas", 2009), ("La mayoría de las regiones", 2009), ("12 regiones", 2009),
    ("13 regiones", 2009), ("Algunas regiones", 2009), ("Varias", 2009), ("Otra región", 2009),
    ("Nivel central y regiones", 2009), ("Zona Central", 2009), ("Chile central", 2009), ("San Fdo.", 2009),
    ("Los Ríos", 2007), ("XV Región", 2007), ("XIV", 2007), ("XVI", 2009), ("Región de Ñuble", 2009),
    ("II Región de Atacama", 2007), ("III Antofagasta", 2009), ("XX Región", 2009), ("0", 2009), ("99", 2009), ("2007", 2009),
    ("Etapa 3", 2009), ("Tabla 5", 2009), ("5 comunas", 2009), ("3 talleres", 2009), ("Art. 5", 2009), ("Ley 19.175", 2009),
    ("Anexo II", 2009), ("Capítulo IV", 2009), ("Fase II", 2009), ("II semestre", 2009), ("II Semestre 2009", 2009),
    ("Objetivo IV", 2009), ("V. Soto", 2009), ("C", 2009), ("L", 2009), ("M", 2009), ("D", 2009),
    ("Avda. Valparaíso 320", 2009), ("Calle Antofagasta", 2009), ("Universidad de Antofagasta", 2009),
    ("Universidad Arturo Prat de Iquique", 2009), ("Diario El Mercurio de Valparaíso", 2009),
    ("Club Deportivo O'Higgins", 2009), ("Plaza Victoria", 2009), ("Ruta 5 Sur", 2009), ("Constitución Política", 2009),
    ("Unión Comunal de Juntas de Vecinos", 2009), ("Campaña de Navidad", 2009), ("Río Biobío", 2009),
    ("Lago Llanquihue", 2009), ("Desierto de Atacama", 2009), ("Victoria Pérez", 2009),
]
SERVICIOS = [
    ("SEREMI de Vivienda", "minvu"), ("Seremi de Obras Públicas", "mop"), ("SEREMI de Agricultura", "minagri"),
    ("Secretaría Regional Ministerial de Agricultura", "minagri"), ("SEREMI de Transportes y Telecomunicaciones", "mtt"),
    ("Seremi de Justicia", "minjusticia"), ("Seremi del Trabajo y Previsión Social", "subtrabajo"),
    ("Seremi de Economía", "mineconomia"), ("Seremi de Minería", "minmineria"), ("Seremi de Gobierno", "segegob"),
    ("SEREMI de Hacienda", "minhacienda"), ("Seremi Minvu", "minvu"), ("SEREMI Salud", "minsal"),
    ("Secretaría Ministerial de Salud", "minsal"), ("Seremi de Bienes Nacionales Región del Maule", "mbn"),
    ("Servicio de Salud Araucanía Sur", "ss"), ("Servicio de Salud Metropolitano Oriente", "ss"),
    ("Servicio de Salud Aconcagua", "ss"), ("SERVIU Metropolitano", "serviu"), ("SERVIU Región de Antofagasta", "serviu"),
    ("Gobierno Regional de Valparaíso", "gore"), ("GORE Maule", "gore"), ("Dirección Regional del SENCE", "sence"),
    ("Tesorería Regional de Temuco", "tgr"), ("Inspección Provincial del Trabajo", "dt"),
    ("Dirección Provincial de Vialidad", "vialidad"), ("Dirección Regional de Arquitectura", "arquitectura"),
    ("DOH Coquimbo", "doh"), ("Dirección Regional de Obras Hidráulicas", "doh"), ("Dirección Regional de Aguas", "dga"),
    ("Dirección del Trabajo", "dt"), ("Dirección de Trabajo", "dt"), ("CONAMA", "conama"), ("COREMA", "conama"),
    ("Comisión Nacional de Medio Ambiente", "conama"), ("SERNAC", "sernac"), ("Servicio Nacional de Pesca", "sernapesca"),
    ("SERNAPESCA", "sernapesca"), ("Subsecretaría de Pesca", "subpesca"), ("SUBPESCA", "subpesca"), ("Subpesca", "subpesca"),
    ("SAG Regional", "sag"), ("S. A. G.", "sag"), ("Servicio Agricola Ganadero", "sag"), ("INDAP Área Quillota", "indap"),
    ("Instituto Desarrollo Agropecuario", "indap"), ("Fosis", "fosis"), ("FOSIS Región de Los Ríos", "fosis"),
    ("Fondo Solidaridad e Inversión Social", "fosis"), ("PRODEMU", "prodemu"), ("Fundación PRODEMU", "prodemu"),
    ("Fundación Integra", "integra"), ("INTEGRA", "integra"), ("Integra", "integra"), ("JUNJI", "junji"),
    ("Junta Nac. de Jardines Infantiles", "junji"), ("Junaeb", "junaeb"), ("CORFO", "corfo"),
    ("Corporación de Fomento a la Producción", "corfo"), ("SERCOTEC", "sercotec"), ("Sercotec Arica", "sercotec"),
    ("CONADI", "conadi"), ("Corporación Nacional de Desarrollo Indígena", "conadi"), ("CONAF", "conaf"), ("SENAMA", "senama"),
    ("Servicio Nacional Adulto Mayor", "senama"), ("SENAME", "sename"), ("SERNAM", "sernam"),
    ("Servicio Nac. de la Mujer", "sernam"), ("FONASA", "fonasa"), ("ISP", "isp"), ("INP", "inp"),
    ("Instituto de Normalización Previsional", "inp"), ("IPS", "ips"), ("Instituto de Previsión Social", "ips"),
    ("Registro Civil", "srcei"), ("Servicio Registro Civil e Identificación", "srcei"), ("SII", "sii"),
    ("Impuestos Internos", "sii"), ("Servicio de Impuestos Internos", "sii"), ("Aduanas", "aduanas"),
    ("Aduana de Arica", "aduanas"), ("Dirección Regional de Aduanas", "aduanas"), ("Chilecompra", "dccp"),
    ("ChileDeportes", "chiledeportes"), ("Chile Deportes", "chiledeportes"),
    ("Instituto Nacional del Deporte", "chiledeportes"), ("INJUV", "injuv"), ("CNCA", "cnca"),
    ("Consejo de la Cultura y las Artes", "cnca"), ("Consejo Regional de la Cultura", "cnca"), ("DIBAM", "dibam"),
    ("CONACE", "conace"), ("ONEMI", "onemi"), ("OREMI", "onemi"), ("Carabineros", "carabineros"),
    ("Policía de Investigaciones", "pdi"), ("PDI", "pdi"), ("Investigaciones de Chile", "pdi"),
    ("Gendarmería", "gendarmeria"), ("Servicio Médico Legal", "sml"), ("Defensoría Penal Pública", "dpp"),
    ("Corporación de Asistencia Judicial", "caj"), ("CAJ", "caj"), ("Ministerio Público", "ministeriopublico"),
    ("Contraloría", "contraloria"), ("Contraloría Regional", "contraloria"), ("MOP", "mop"), ("MINVU", "minvu"),
    ("MINSAL", "minsal"), ("MINEDUC", "mineduc"), ("MIDEPLAN", "mideplan"), ("MINAGRI", "minagri"), ("Mintrab", "mintrab"),
    ("Ministerio del Trabajo", "mintrab"), ("Ministerio del Interior", "minterior"), ("Min. Interior", "minterior"),
    ("Ministerio de Justicia", "minjusticia"), ("Ministerio de Hacienda", "minhacienda"),
    ("Ministerio de Economía, Fomento y Reconstrucción", "mineconomia"), ("Ministerio de Minería", "minmineria"),
    ("MINMINERIA", "minmineria"), ("MINECON", "mineconomia"), ("Ministerio de Transportes y Telecomunicaciones", "mtt"),
    ("SEGPRES", "segpres"), ("SEGEGOB", "segegob"), ("Cancillería", "minrel"), ("Ministerio de RR.EE.", "minrel"),
    ("Subsecretaría de Carabineros", "subcarabineros"), ("Subsecretaría de Previsión Social", "subprevision"),
    ("Subsecretaría de Telecomunicaciones", "subtel"), ("SUBTEL", "subtel"), ("Subtrans", "subtrans"),
    ("Superintendencia de Salud", "superdesalud"), ("SISS", "siss"), ("SEC", "sec"),
    ("Superintendencia de Electricidad y Combustibles", "sec"), ("SUSESO", "suseso"), ("SVS", "svs"), ("DIPRES", "dipres"),
    ("Dirección de Presupuesto", "dipres"), ("Servicio Civil", "dnsc"), ("División de Organizaciones Sociales", "dos"),
    ("CONICYT", "conicyt"), ("INE", "ine"), ("Instituto Nacional de Estadísticas", "ine"), ("INIA", "inia"),
    ("ODEPA", "odepa"), ("CNR", "cnr"), ("Comisión Nacional de Riego", "cnr"),
    ("SERNAGEOMIN", "sernageomin"), ("Sernageomín", "sernageomin"), ("COCHILCO", "cochilco"), ("CNE", "cne"),
    ("DGAC", "dgac"), ("Dirección General de Aeronáutica", "dgac"), ("Gobernación Marítima", "directemar"),
    ("DIRECTEMAR", "directemar"), ("Capitanía de Puerto", "directemar"), ("SENCE-OTIC", "sence"),
    ("SENSE", "sence"), ("SERMAM", "sernam"),
    ("FOSlS", "fosis"), ("F0SIS", "fosis"), ("SERCOTE", "sercotec"), ("SERCOTEK", "sercotec"), ("INDAPP", "indap"),
    ("CONAFF", "conaf"), ("SERNATURR", "sernatur"), ("Servicio Nacional de Truismo", "sernatur"),
    ("Servicio Nacional de la Mujre", "sernam"), ("Serv. Nacional de Turismo", "sernatur"),
    ("Servico Nacional de Menores", "sename"), ("Junta Nacional de Auxlio Escolar y Becas", "junaeb"),
    ("Fondo de Solidaridad e Inverción Social", "fosis"), ("Instituto de Desarollo Agropecuario", "indap"),
    ("Corporasión Nacional Forestal", "conaf"), ("Subsecretaria de Telecomunicacione", "subtel"),
    ("Gobiemo Regional", "gore"), ("Govierno Regional de Aysén", "gore"), ("Tesoreria General de la Republica", "tgr"),
    ("Registo Civil", "srcei"), ("Gendarmeria de Chile", "gendarmeria"), ("Direccion del Trabajo", "dt"),
    ("Inpección del Trabajo", "dt"), ("Minsiterio de Educación", "mineduc"), ("SER NAM", "sernam"), ("S E N C E", "sence"),
    ("SEN-CE", "sence"),
]
SIN_SERVICIO = [
    "Seremi", "SEREMIS", "Intendencia Regional", "Intendencia Región de Atacama", "Gobernación Provincial de Arauco",
    "Fundación de la Familia", "Chile Solidario", "Previene", "Defensoría Regional", "Fiscalía", "DOS", "EXPLORA",
    "ENAMI", "Banco Estado", "BancoEstado", "Agencia Regional de Desarrollo Productivo", "Correos de Chile", "Metro S.A.", "EFE", "Municipalidad de Arica", "I. Municipalidad de Temuco",
    "Asociación de Municipalidades", "OMIL", "DIDECO", "Colegio de Profesores", "Universidad de Chile", "Cámara de Comercio",
    "Servicio País", "Servicio técnico", "servicios públicos", "Servicio", "Otros servicios", "Mesa de la Mujer",
    "Programa Puente", "Registro de proveedores", "Junta de vecinos", "Comisión Regional", "Oficina de la Mujer",
    "Instituto Nacional", "Fondo Nacional", "Dirección Regional", "Dirección Nacional", "Subsecretaría", "Ministerio",
    "Superintendencia", "Casa de la Mujer", "Estadio Nacional", "Corporación Municipal", "Sernam/Prodemu",
]
# fmt: on


@pytest.mark.parametrize(("texto", "anio", "codigos"), REGIONES)
def test_region(texto: str, anio: int, codigos: str) -> None:
    region = normalizar_region(texto, anio)
    assert (region.alcance, ";".join(region.codigos)) == ("REGION", codigos)
    assert region.certeza != "dudosa"


@pytest.mark.parametrize(("texto", "anio"), TODAS)
def test_todas_las_regiones(texto: str, anio: int) -> None:
    region = normalizar_region(texto, anio)
    assert (region.alcance, len(region.codigos)) == ("TODAS", 13 if anio <= 2007 else 15)
    assert region.certeza != "dudosa"


@pytest.mark.parametrize(("texto", "anio"), NC)
def test_nivel_central(texto: str, anio: int) -> None:
    region = normalizar_region(texto, anio)
    assert (region.alcance, region.codigos) == ("NIVEL_CENTRAL", ())


@pytest.mark.parametrize(("texto", "anio"), DUDOSO)
def test_lo_que_no_dice_que_region_no_da_ninguna_segura(texto: str, anio: int) -> None:
    region = normalizar_region(texto, anio)
    assert region.certeza == "dudosa" or region.alcance == "SIN_DATO"


@pytest.mark.parametrize(("texto", "codigo"), SERVICIOS)
def test_servicio(texto: str, codigo: str) -> None:
    servicio = normalizar_servicio(texto)
    assert servicio is not None
    assert servicio.codigo == codigo
    assert servicio.certeza != "dudosa"


@pytest.mark.parametrize("texto", SIN_SERVICIO)
def test_no_es_un_servicio(texto: str) -> None:
    servicio = normalizar_servicio(texto)
    assert servicio is None or servicio.certeza == "dudosa"
